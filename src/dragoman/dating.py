"""The record in order, with every undated copy read by the day of its original.

Which articles are copies is known only once all are read; what their sentences say of "Monday" and "last week" is known
only once they have a date. So the record is put in order, the copies that have found, changed or lost an original are
read anew from their own text, and what they have to do with is put in order again. Which original a copy has follows
from the articles' own dates and words alone: once round is enough, and the order in which pages come does not matter.
"""

from __future__ import annotations

from dragoman.pipeline import Reads, Tally, readings
from dragoman.record.build import Built, bring_up, builder
from dragoman.record.originals import originals
from dragoman.store.rebuild import chunks
from dragoman.store.store import Store

_HELD = 16  # articles read anew together


def put_in_order(store: Store, reader: Reads, threshold: float, tally: Tally) -> tuple[Built | None, list[str]]:
    """Brings the record up to date; gives what it holds if it was behind, and the articles dated by others anew.

    What cannot be read anew is counted in `tally`, and stays as it was.
    """
    built = bring_up(store, threshold) if store.is_stale(builder(threshold)) else None
    anew = []
    for some in chunks(originals(store), _HELD):
        for reading, origin in readings([(article, store.origin(article.id)) for article in some], reader, tally):
            anew.append(reading.article.id)
            # Only the facts are new: what reads pages may have changed since this one was read.
            store.put([(reading, origin)], store.read_by(reading.article.id))
    return bring_up(store, threshold) if anew else built, anew
