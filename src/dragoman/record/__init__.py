"""What the articles together hold: one actor and one event, however many reports there are of them."""
