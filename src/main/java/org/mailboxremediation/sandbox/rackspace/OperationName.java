package org.mailboxremediation.sandbox.rackspace;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a call is called in the book of faults and in the record of calls.
 *
 * @param operation {@code mailbox.show|password|enable|disable|edit|add|delete}, {@code spam.show|edit},
 *     {@code blocklist.show|add|remove|edit}, {@code alias.show|edit}, {@code other}
 * @param target the mailbox's full address, the alias's, the list's entry, or the domain
 */
record OperationName(String operation, String target) {

    private static final Map<String, String> ENTRY_VERBS =
            Map.of("GET", "show", "POST", "add", "DELETE", "remove", "PUT", "edit");

    static OperationName of(String method, List<String> segments, Fields fields) {
        List<String> path = segments.stream()
                .map(segment -> segment.toLowerCase(Locale.ROOT))
                .toList();
        int domains = path.indexOf("domains");
        if (domains < 0 || path.size() < domains + 2) {
            return new OperationName("other", "");
        }
        return inDomain(method, path.get(domains + 1), path.subList(domains + 2, path.size()), fields);
    }

    private static OperationName inDomain(String method, String domain, List<String> rest, Fields fields) {
        if (rest.size() >= 3 && rest.get(1).equals("mailboxes")) {
            String mailbox = rest.get(2) + "@" + domain;
            return rest.size() == 3
                    ? new OperationName("mailbox." + onMailbox(method, fields), mailbox)
                    : new OperationName("spam." + showOrEdit(method), mailbox);
        }
        if (rest.size() >= 2 && rest.get(0).equals("spam") && rest.get(1).endsWith("list")) {
            String verb = ENTRY_VERBS.getOrDefault(method, "edit");
            return new OperationName("blocklist." + verb, rest.size() > 2 ? rest.get(2) : domain);
        }
        if (rest.size() >= 2 && rest.get(1).equals("aliases")) {
            String target = rest.size() > 2 ? rest.get(2) + "@" + domain : domain;
            return new OperationName("alias." + showOrEdit(method), target);
        }
        return new OperationName("other", domain);
    }

    private static String onMailbox(String method, Fields fields) {
        return switch (method) {
            case "GET" -> "show";
            case "POST" -> "add";
            case "DELETE" -> "delete";
            default -> edit(fields);
        };
    }

    private static String edit(Fields fields) {
        if (fields.secret("password").isPresent()) {
            return "password";
        }
        if (fields.text("enabled").isPresent()) {
            return fields.flag("enabled", true) ? "enable" : "disable";
        }
        return "edit";
    }

    private static String showOrEdit(String method) {
        return method.equals("GET") ? "show" : "edit";
    }
}
