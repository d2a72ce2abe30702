package org.mailboxremediation.mailbox;

import java.util.List;
import java.util.Optional;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

final class InMemoryMailboxProviderTest implements MailboxProviderContract {

    private final InMemoryMailboxProvider provider = new InMemoryMailboxProvider()
            .with(
                    ALICE,
                    Secret.of("Sandbox-alice-1"),
                    new MailboxState(true, "Alice", List.of("out@example.net"), false, true, "away"),
                    Optional.of("out@example.net"))
            .withAlias(SALES, BOB, CAROL);

    @Override
    public MailboxProvider provider() {
        return provider;
    }

    @Override
    public boolean letsIn(MailboxAddress mailbox, Secret password) {
        return provider.letsIn(mailbox, password);
    }

    @Override
    public Secret alicesPassword() {
        return Secret.of("Sandbox-alice-1");
    }
}
