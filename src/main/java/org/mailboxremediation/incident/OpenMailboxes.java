package org.mailboxremediation.incident;

import java.util.List;
import java.util.function.Predicate;
import org.mailboxremediation.event.TransactionMemory;

/**
 * Whether mailboxes have an open case, as the transaction that runs has read it: of each of its cases it asks whether the
 * same administrators may hear. No lock keeps it so, as none did between the question and the answer's use; who sends
 * something asks again (promise P6). Whoever opens or closes a case forgets what was read.
 */
final class OpenMailboxes {

    private static final TransactionMemory<Boolean> READ = new TransactionMemory<>();

    private OpenMailboxes() {}

    static boolean any(List<String> mailboxes, Predicate<List<String>> reader) {
        return READ.ofTransaction().computeIfAbsent(String.join(" ", mailboxes), key -> reader.test(mailboxes));
    }

    static void changed() {
        READ.ofTransaction().clear();
    }
}
