"""How well the reader reads: figures on hand-made answers, floors under them, speed and size."""
