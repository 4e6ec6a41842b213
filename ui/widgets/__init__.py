"""The parts of every screen (LOOK section 5): pure presentation, no rules. A view composes them and fills them.

Each part has its own module, so that a screen imports only what it shows. All words and amounts come in as text;
signals are facts (`chosen`, `accepted`). Every part takes `name=` for its `objectName`, keeps to the look in use and
can be worked by keyboard. Tones are names of tokens (`ink`, `ink2`, `ink3`, `accent`, `risk`, `attention`); icons are
names of resources/icons. What is shown in rows comes as small tuples named beside the part.

look           ui.look.theme: Look(tokens, scale_percent), apply_look(app, look), current_look(); look.px(n) scales
rows           row(...), column(...): layouts of parts, gaps (int), stretch (None), layouts; empty(layout)
flow           FlowRow(spacing=): a row that breaks; .add(part) .take_room()
text, icon     Text(text, role, tone, weight=, zero=, wrap=, elide=) .set_tone(); Icon(icon, px, tone) .show_icon()
key_cap_button KeyCapButton(text, key=, icon=, variant=, height=, spread=) .set_busy(verb) .set_words() .set_reason()
               variants plain primary quiet link risk inverse; heights 28 32 36 44 52 60; `clicked`
key_cap, badge KeyCap(key); Badge(text, tone, icon) .show_state(); tones neutral line accent attention risk inverse
card           Card(tone, margins=, spacing=).body; Panel(role).body; Rule(strong=, upright=)
               roles column, side, plain, workspace
note_card      NoteCard(icon, sentence)
note_line      NoteLine.say(note)

frame          Frame: .strip .rail .keys .band; add_room(key, page), show_room(key), room(), set_note(note)
top_strip      TopStrip: set_place(station, batch, date), set_devices([StripState]), set_sync(), set_user(),
               set_plate(); `device_pressed(name)` `sync_pressed` `user_pressed`; user_corner() for the menu
rail           Rail, Room, ROOMS: set_rooms(), set_current(key); `room_chosen(key)`
key_strip      KeyStrip, LiveKey(key, words, why_not): set_keys(), set_fact(); `pressed(key)`
till_layout    TillLayout: .top .lines .foot; .money = MoneyColumn: .lanes .tenders .change .extra .buttons,
               show_total(amount, note), set_keys(TenderKeys); `tightened`
tender_keys    TenderKeys: .button(key) .finish; `pressed(key)`
lane_tabs      LaneTabs, Lane(key, words, state, icon): show_lanes(lanes, current); `chosen(key)`
saved_trail    SavedTrail, SavedReceipt: show_receipts(); `pressed(number)`
moment_band    MomentBand: show_saved(title, second, paid=, change=), show_trouble(..., actions=[BandAction]);
               `pressed(key)`

omnibox        Omnibox: show_results([ResultRow], left=, right=), close_results(), set_text(), clear(); `edited(text)`
               `entered(text)` `row_chosen(index)` `left`
account_line   AccountLine(number, holder, place, parse=): set_open(), set_alerts(), set_facts([Fact]),
               set_presses([OnePress]), set_services([Service]), set_second(); `accepted(cents)` `one_press(i)` `opened`
amount_field   AmountField(parse, role="amount"|"paying"): propose(text), show_fault(sentence), cents();
               `accepted(cents)` `fault_changed(sentence)` `left`; parse gives cents or the sentence that is wrong;
               ErrorLine and HintLine stand below a field
alert_bar      AlertBar("stop"|"heed", strong, plain, icon=): say(), set_button(); `pressed`
refusal_panel  RefusalPanel(strong, instead): refuse(), set_approvers(), show_fault(); `approval_entered(who, secret)`
               `handed_back`
tender_list    TenderList, TenderRow(icon, words, amount, second, tone): show_rows(); `pressed(i)` `remove_asked(i)`
change_panel   ChangePanel: show_change(amount, [(count, word)]), show_owing(amount), show_nothing()
check_image    CheckImage: show_face(CheckFace), show_picture(QImage, words)

totals_band    TotalsBand, BandFigure(key, label, amount, second, tone, has_rule): show_figures(); `pressed(key)`
data_table     DataTable([TableColumn(head, kind, width, stretch)], row_height=): show_rows([[Cell]]), chosen_row(),
               mark_edited((row, column)), fitted_height(); `opened(row)` `ticked(row)` `row_chosen(row)`
               kinds text number amount badge tick (ui.widgets.table_delegate); Cell(text, tone, icon, second) and
               CellRole stand in ui.look.cells, RowsModel in ui.widgets.table_rows
suspect_card   SuspectCard(rank, words, explains, evidence, buttons=)
count_grid     CountGrid(title, [Denomination(label, value_cents)], show_value): pieces(), show_pieces(), not_counted(),
               set_locked(), first_field(); `changed`
segmented      SegmentedControl([Segment(key, words, icon)], current): current(), set_current(), set_words();
               `chosen(key)`
step_list      StepList, Step(words, second): show_steps(steps, here); `chosen(number)`
empty_state    EmptyState(icon, title, sentence, buttons=, is_large=): show_words()
undo_bar       UndoBar: show_done(words), undo(); `undone` `expired`
dialog         Dialog(parent, title, second, icon=, width=).body, add_button(), hint; open(); Question.ask(...), Choice

station_panel  StationPanel(city=, station=, date=): show_facts([StationFact]) with the drive-thru drawing below
user_card      UserList, UserRow(key, words, second): show_users(), chosen_key(); `chosen(key)`
pin_pad        PinPad(length=): ask_for(title, hint), show_fault(), set_busy(), clear(); `entered(pin)`; PinDots
pick_box       PickBox(label): a list to pick from; a plain QComboBox has no arrow
switch         Switch(words): a fault to switch on; `toggled(on)`
paper_roll     PaperRoll: show_roll(receipts.renderers.roll.Roll)
drawer_picture DrawerPicture: set_open(is_open=True|False|None)
"""
