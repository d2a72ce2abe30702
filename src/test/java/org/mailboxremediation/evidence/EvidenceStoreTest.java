package org.mailboxremediation.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Owner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class EvidenceStoreTest {

    private static final byte[] CONTENT = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final CaseContext context = new CaseContext(new JavaMailSenderImpl(), Map.of());
    private final EvidenceStore store = context.get(EvidenceStore.class);
    private final String incident =
            context.open("alice@example.com", Owner.UNKNOWN, List.of()).id();

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void givesBackTheVeryBytes() {
        assertThat(put(CONTENT).id()).isEqualTo(ABC);
        assertThat(store.content(incident, ABC)).contains(CONTENT);
        assertThat(store.content("another", ABC)).isEmpty();
    }

    @Test
    void keepsAPieceOnceACase() {
        assertThat(put(CONTENT)).isEqualTo(put(CONTENT));
        assertThat(store.of(incident)).hasSize(1);
        assertThat(context.get(EventChain.class).of(incident))
                .extracting(CaseEvent::type)
                .filteredOn("EvidenceAdded"::equals)
                .hasSize(1);
    }

    @Test
    void refusesWhatIsTooLargeOrHasNoMediaType() {
        assertThatIllegalArgumentException().isThrownBy(() -> put(new byte[EvidenceStore.MAX_SIZE + 1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context.database.inTransaction(
                        () -> store.put(incident, "text/html; charset=x", CONTENT, "admin")));
    }

    private Evidence put(byte[] content) {
        return context.database.inTransaction(() -> store.put(incident, "message/rfc822", content, "admin"));
    }
}
