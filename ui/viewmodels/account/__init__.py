"""The account room: what one account shows, and how it goes to the till."""
