package org.mailboxremediation.sandbox.rackspace;

import java.util.List;
import java.util.regex.Pattern;

/** What the emulator takes for a name, an address, an IP entry. */
final class Syntax {

    private static final Pattern NAME = Pattern.compile("[a-z0-9!#$&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,%]{1,64}@[a-z0-9-]+\\.[a-z0-9.-]*[a-z0-9-]");
    private static final Pattern SENDER = Pattern.compile("([^@\\s,]{1,64}@|@|)[a-z0-9%-][a-z0-9%.-]*");
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IP =
            Pattern.compile("OCT\\.(%\\.%\\.%|OCT\\.%\\.%|OCT\\.OCT\\.%|OCT\\.OCT\\.OCT)".replace("OCT", OCTET));

    private Syntax() {}

    static boolean name(String text) {
        return NAME.matcher(text).matches() && !text.startsWith(".") && !text.endsWith(".");
    }

    static boolean address(String text) {
        return text.length() <= 254
                && !text.contains("..")
                && ADDRESS.matcher(text).matches();
    }

    static List<String> addresses(Fields fields, String field) {
        List<String> all = fields.list(field);
        if (!all.stream().allMatch(Syntax::address)) {
            throw Fault.validation("Invalid email address in field: " + field);
        }
        return all;
    }

    /** An address, or a domain with or without its @; {@code %} for any characters, but not for everything. */
    static boolean sender(String text) {
        return text.length() <= 254
                && !text.endsWith(".")
                && SENDER.matcher(text).matches()
                && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** An IPv4 address; {@code %} for trailing octets among the last three. */
    static boolean ip(String text) {
        return IP.matcher(text).matches();
    }
}
