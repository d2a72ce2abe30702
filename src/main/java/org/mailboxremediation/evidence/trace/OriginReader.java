package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a message came in from outside (article step 4). Only the Received lines from the top down to the first
 * foreign peer were written by our own side; everything below may be forged, and is shown as a claim.
 */
public final class OriginReader {

    private static final int LONGEST_PATH = 254;

    private OriginReader() {}

    /** The report on a message, with the built-in list of shared relays. */
    public static OriginReport read(byte[] message, OwnNetworks own) {
        return read(message, own, SharedRelays.builtIn());
    }

    /** The report on a message. Never throws for what the message holds: unreadable is {@code UNDETERMINED}. */
    public static OriginReport read(byte[] message, OwnNetworks own, SharedRelays shared) {
        try {
            return read(MessageHeaders.parse(message), own, shared);
        } catch (UnreadableMessage unreadable) {
            return OriginReport.unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static OriginReport read(MessageHeaders headers, OwnNetworks own, SharedRelays shared) {
        List<String> notes = new ArrayList<>(2);
        String returnPath = returnPath(headers, notes);
        HopChain chain = HopChain.read(headers.fields(), own);
        chain.note().ifPresent(notes::add);
        Optional<IpAddress> peer = chain.peer();
        ReceiverVerdicts verdicts = chain.verdicts(own);
        return new OriginReport(
                returnPath,
                peer.map(IpAddress::toString).orElse(null),
                chain.boundary(),
                verdicts.spf(),
                notes,
                verdicts.dkim(),
                verdicts.dmarc(),
                peer.flatMap(shared::nameOf).orElse(null),
                chain.hops(),
                IdentityReader.read(headers, returnPath, chain.login()),
                null);
    }

    private static @Nullable String returnPath(MessageHeaders headers, List<String> notes) {
        Optional<String> field = headers.first("return-path");
        if (field.isEmpty()) {
            notes.add("The message has no Return-Path.");
            return null;
        }
        String path = bare(field.get());
        if (path.length() > LONGEST_PATH || !PlainText.isPlain(path)) {
            notes.add("The Return-Path is no address.");
            return null;
        }
        return path;
    }

    private static String bare(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', open + 1);
        return (open >= 0 && close > open ? value.substring(open + 1, close) : value).strip();
    }
}
