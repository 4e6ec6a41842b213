"""The parts of every screen (LOOK section 5): pure presentation, no rules. A view composes them and fills them.

Each part has its own module, so that a screen imports only what it shows. All words and amounts come in as text;
signals are facts (`chosen`, `accepted`). Every part takes `name=` for its `objectName`, keeps to the look in use and
can be worked by keyboard. Tones are names of tokens (`ink`, `ink2`, `ink3`, `accent`, `risk`, `attention`).

    look          ui.look.theme: Look(tokens, scale_percent), apply_look(app, look), current_look(); look.px(n)
    rows          row(...), column(...): layouts of parts, gaps (int) and stretch (None); empty(layout)
    text          Text(text, role, tone, weight=, zero=, wrap=, elide=)
    icon          Icon(icon, px, tone)
    key_cap       KeyCap(key)
    key_cap_button  KeyCapButton(text, key=, icon=, variant=, height=, spread=) .set_busy(verb) .set_words()
                  .set_reason(why);
                  variants plain, primary, quiet, risk, inverse; heights 28 32 36 44 52 60
    badge         Badge(text, tone, icon) .show_state(); tones neutral line accent attention risk inverse
    card          Card(tone, margins=, spacing=).body, Panel(role), Rule(strong=, upright=)
"""
