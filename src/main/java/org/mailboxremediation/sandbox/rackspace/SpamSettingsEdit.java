package org.mailboxremediation.sandbox.rackspace;

import java.util.List;
import java.util.stream.Stream;
import org.mailboxremediation.sandbox.account.SpamSettings;

/** Reads spam settings out of a form. What was not sent falls back to its default: clients must send all that apply. */
final class SpamSettingsEdit {

    private static final String HANDLING = "rsEmail.spamHandling";
    private static final String CLEANER = "rsEmail.hasFolderCleaner";
    private static final String AGE = "rsEmail.spamFolderAgeLimit";
    private static final String NUMBER = "rsEmail.spamFolderNumLimit";
    private static final String ADDRESS = "rsEmail.spamForwardingAddress";

    private SpamSettingsEdit() {}

    /**
     * The settings of a form.
     *
     * @throws Fault 400 if the level is absent, a value unknown, or the values exclude each other
     */
    static SpamSettings read(Fields fields) {
        fields.required("filterLevel");
        String handling =
                fields.oneOf(HANDLING, "toFolder", List.of("toFolder", "delete", "labelSubject", "toAddress"));
        checkCombination(fields, handling);
        return new SpamSettings(
                fields.oneOf("filterLevel", "on", List.of("on", "off", "exclusive")),
                handling,
                fields.flag(CLEANER, false),
                fields.number(AGE, 0),
                fields.number(NUMBER, 0),
                fields.text(ADDRESS, ""));
    }

    private static void checkCombination(Fields fields, String handling) {
        boolean address = !fields.text(ADDRESS, "").isEmpty();
        boolean folder = Stream.of(CLEANER, AGE, NUMBER)
                .anyMatch(name -> fields.text(name).isPresent());
        if (handling.equals("toAddress") != address) {
            throw Fault.badRequest(ADDRESS + " goes with " + HANDLING + " toAddress only");
        }
        if (address && !Syntax.address(fields.text(ADDRESS, ""))) {
            throw Fault.badRequest("Invalid value for field: " + ADDRESS);
        }
        if (folder && !handling.equals("toFolder")) {
            throw Fault.badRequest("Folder limits go with " + HANDLING + " toFolder only");
        }
    }
}
