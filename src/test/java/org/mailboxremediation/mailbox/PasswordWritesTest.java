package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;
import static org.mailboxremediation.incident.IncidentFixture.BOB;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.outbox.Command;

@Tag(DatabaseKind.TAG)
final class PasswordWritesTest {

    private static final Secret ONE = Secret.of("Wr1tes-of-many-a");
    private static final Secret OTHER = Secret.of("Wr1tes-of-many-b");

    private final MailboxFixture mailbox = new MailboxFixture();
    private final PasswordWrites writes = new PasswordWrites(
            mailbox.credentials.changes, mailbox.credentials.credentials, mailbox.cases.incidents, mailbox.provider);
    private final PasswordChange alices =
            mailbox.credentials.request(mailbox.cases.open(ALICE).id());
    private final PasswordChange bobs =
            mailbox.credentials.request(mailbox.cases.open(BOB).id());

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void eachIsReadWithItsMailboxAndItsPassword() {
        mailbox.credentials.seal(alices, ONE);
        mailbox.credentials.seal(bobs, OTHER);

        assertThat(read().values())
                .extracting(
                        PasswordWrite::mailbox,
                        PasswordWrite::blocks,
                        write -> write.password().reveal())
                .containsExactlyInAnyOrder(tuple(ALICE, true, ONE.reveal()), tuple(BOB, true, OTHER.reveal()));
    }

    @Test
    void oneThatIsNotSealedYetIsLeftOut() {
        mailbox.credentials.seal(bobs, OTHER);

        assertThat(read()).containsOnlyKeys("of " + bobs.id());
    }

    @Test
    void oneWhosePasswordIsDestroyedIsLeftOut() {
        mailbox.credentials.seal(alices, ONE);
        String gone = mailbox.credentials.seal(bobs, OTHER);
        mailbox.database.inTransaction(
                () -> mailbox.credentials.credentials.destroy(gone, Destroyed.SUPERSEDED, CaseEvent.SYSTEM));

        assertThat(read()).containsOnlyKeys("of " + alices.id());
    }

    @Test
    void oneWhoseTimeIsUpIsLeftOut() {
        mailbox.credentials.seal(alices, ONE);
        mailbox.database.clock.advance(Duration.ofDays(365));
        mailbox.credentials.seal(bobs, OTHER);

        assertThat(read()).containsOnlyKeys("of " + bobs.id());
    }

    @Test
    void whatAPersonSetsIsLeftOut() {
        mailbox.credentials.seal(alices, ONE);
        mailbox.provider.byHand = true;

        assertThat(read()).isEmpty();
    }

    @Test
    void changeOfAnotherCaseIsLeftOut() {
        mailbox.credentials.seal(alices, ONE);

        assertThat(writes.of(List.of(command(bobs.incidentId(), alices)))).isEmpty();
    }

    private Map<String, PasswordWrite> read() {
        return writes.of(List.of(command(alices.incidentId(), alices), command(bobs.incidentId(), bobs)));
    }

    private Command command(String caseId, PasswordChange change) {
        return new Command(
                "of " + change.id(),
                caseId,
                MailboxSteps.CHANGE_PASSWORD,
                1,
                Map.of(MailboxSteps.CHANGE_ID, change.id()),
                1,
                1,
                mailbox.database.clock.instant());
    }
}
