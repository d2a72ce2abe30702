package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.block.CaseLink.Via;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.evidence.EvidenceStore;
import org.mailboxremediation.evidence.trace.OriginReader;
import org.mailboxremediation.evidence.trace.OwnNetworks;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Owner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class CaseLinksTest {

    private final CaseContext context =
            new CaseContext(new JavaMailSenderImpl(), Map.of("remediation.organisation.domains", "example.com"));
    private final Incident first = context.open("alice@example.com", Owner.UNKNOWN, List.of());
    private final Incident second = context.open("bob@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void findsTheSameSenderInOtherCases() {
        trace(first, "m@evil.example", "203.0.113.9", "<1@evil.example>");
        assertThat(links(first)).isEmpty();

        trace(second, "m@evil.example", "203.0.113.9", "<1@evil.example>");
        assertThat(links(first))
                .containsExactly(
                        new CaseLink(second.id(), Via.ORIGINATING_IP, "203.0.113.9"),
                        new CaseLink(second.id(), Via.RETURN_PATH, "m@evil.example"),
                        new CaseLink(second.id(), Via.MESSAGE_ID, "<1@evil.example>"));
        assertThat(links(second)).extracting(CaseLink::incidentId).containsOnly(first.id());
    }

    @Test
    void takesASharedRelayForAWeakSignAndBouncesForNone() {
        trace(first, "", "209.85.220.41", "<1@evil.example>");
        trace(second, "", "209.85.220.41", "<2@evil.example>");

        assertThat(links(first)).containsExactly(new CaseLink(second.id(), Via.SHARED_RELAY, "209.85.220.41"));
    }

    private List<CaseLink> links(Incident incident) {
        return context.get(CaseLinks.class).of(incident.id());
    }

    private void trace(Incident incident, String returnPath, String ip, String id) {
        byte[] message = ("Return-Path: <" + returnPath + ">\r\nReceived: from x (x [" + ip
                        + "]) by mx.example.com\r\nMessage-ID: " + id + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        context.database.inTransaction(() -> context.get(Origins.class)
                .add(
                        incident.id(),
                        context.get(EvidenceStore.class)
                                .put(incident.id(), "message/rfc822", message, "admin")
                                .id(),
                        OriginReader.read(message, OwnNetworks.of(List.of()))));
    }
}
