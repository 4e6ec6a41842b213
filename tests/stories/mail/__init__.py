"""Mail, drop box and phone: listed, keyed, set aside, closed against the control total."""
