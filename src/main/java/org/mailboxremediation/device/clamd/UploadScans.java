package org.mailboxremediation.device.clamd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.EventChain;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has uploaded files looked at where a daemon is configured. What is found is recorded and never a reason to refuse
 * evidence (ADR 0013); a daemon that is away stops nobody.
 */
@Component
public final class UploadScans {

    private final Optional<Clamd> clamd;
    private final EventChain events;

    UploadScans(ClamdProperties properties, EventChain events) {
        this.clamd = properties.where().map(address -> new Clamd(address, properties));
        this.events = events;
    }

    /**
     * Asks the daemon, which may take as long as its deadlines allow.
     *
     * @throws IllegalStateException inside a transaction: nothing may wait for the network there
     */
    public UploadVerdict scan(byte[] content) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("files are looked at outside of transactions only");
        }
        if (content.length == 0) {
            return UploadVerdict.notScanned("The file is empty.");
        }
        return clamd.map(daemon -> ask(daemon, content)).orElse(UploadVerdict.NOT_CONFIGURED);
    }

    /**
     * Records what was said of a piece of evidence, in the caller's transaction: event {@code UploadScanned}; nothing
     * where no daemon is configured.
     */
    public void record(String incidentId, String evidenceId, UploadVerdict verdict, String actor) {
        if (verdict.state() != UploadState.NOT_CONFIGURED) {
            events.append(incidentId, actor, "UploadScanned", payload(evidenceId, verdict));
        }
    }

    private static UploadVerdict ask(Clamd daemon, byte[] content) {
        try {
            // First: a daemon that hangs is found out here, before the file is sent.
            ClamAvVersion version = daemon.version();
            return UploadVerdict.of(daemon.scan(content), version);
        } catch (ClamdUnavailable away) {
            return UploadVerdict.notScanned(away.sentence());
        }
    }

    private static Map<String, String> payload(String evidenceId, UploadVerdict verdict) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("evidence", evidenceId);
        payload.put("verdict", verdict.state().name());
        putKnown(payload, "finding", verdict.finding());
        putKnown(payload, "reason", verdict.reason());
        ClamAvVersion scanner = verdict.scanner();
        if (scanner != null) {
            payload.put("scanner", "ClamAV " + scanner.engine());
            putKnown(payload, "signatures", scanner.signatures());
            putKnown(payload, "signaturesDate", scanner.signaturesDate());
        }
        return payload;
    }

    private static void putKnown(Map<String, String> payload, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            payload.put(name, value.toString());
        }
    }
}
