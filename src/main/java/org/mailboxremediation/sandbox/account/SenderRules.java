package org.mailboxremediation.sandbox.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.SenderLists.ListName;

/**
 * Whether a scope's lists block or vouch for a sender. {@code %} stands for any characters; an entry without a local part
 * means the whole domain, not those below it.
 */
@SandboxComponent
public final class SenderRules {

    private final SenderLists lists;

    SenderRules(SenderLists lists) {
        this.lists = lists;
    }

    /** Whether the scope's block lists name the sender or the address it connects from. */
    public boolean blocks(String scope, String sender, String peer) {
        return named(scope, ListName.BLOCK, sender) || named(scope, ListName.BLOCK_IP, peer);
    }

    /** Whether the scope's safe lists name the sender or the address it connects from. */
    public boolean vouches(String scope, String sender, String peer) {
        return named(scope, ListName.SAFE, sender) || named(scope, ListName.SAFE_IP, peer);
    }

    private boolean named(String scope, ListName list, String candidate) {
        List<String> entries = lists.entries(scope, list);
        return entries.stream().anyMatch(entry -> matches(entry, candidate.toLowerCase(Locale.ROOT)));
    }

    static boolean matches(String entry, String candidate) {
        boolean address = candidate.indexOf('@') >= 0;
        return pattern(address ? wholeAddress(entry) : entry).matcher(candidate).matches();
    }

    private static String wholeAddress(String entry) {
        if (entry.startsWith("@")) {
            return "%" + entry;
        }
        return entry.indexOf('@') < 0 ? "%@" + entry : entry;
    }

    private static Pattern pattern(String entry) {
        String expression = Arrays.stream(entry.toLowerCase(Locale.ROOT).split("%", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^@]*"));
        return Pattern.compile(expression);
    }
}
