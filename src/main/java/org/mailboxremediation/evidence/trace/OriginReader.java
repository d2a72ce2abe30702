package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a message came in from outside (article step 4). Only the Received lines from the top down to the first
 * foreign peer were written by our own side; everything below may be forged and is not looked at.
 */
public final class OriginReader {

    private static final int MAX_HOPS = 100;
    private static final int LONGEST_PATH = 254;

    private OriginReader() {}

    /** The report on a message. Never throws for what the message holds: unreadable is {@code UNDETERMINED}. */
    public static OriginReport read(byte[] message, OwnNetworks own) {
        try {
            return read(MessageHeaders.parse(message), own);
        } catch (UnreadableMessage unreadable) {
            List<String> notes = List.of(String.valueOf(unreadable.getMessage()));
            return new OriginReport(null, null, Boundary.UNDETERMINED, null, notes);
        }
    }

    private static OriginReport read(MessageHeaders headers, OwnNetworks own) {
        List<MessageHeaders.Field> fields = headers.fields();
        List<String> notes = new ArrayList<>();
        String returnPath = returnPath(headers, notes);
        int hops = 0;
        for (int at = 0; at < fields.size(); at++) {
            if (!fields.get(at).name().equals("received")) {
                continue;
            }
            ReceivedLine line = ReceivedLine.read(fields.get(at).value());
            if (line.hop() && line.peer().filter(own::contains).isEmpty()) {
                return atBoundary(returnPath, line, spf(fields, at), notes);
            }
            if (++hops == MAX_HOPS) {
                notes.add("More than 100 Received lines: the rest was not read.");
                return new OriginReport(returnPath, null, Boundary.UNDETERMINED, null, notes);
            }
        }
        notes.add(
                hops == 0
                        ? "The message has no Received line."
                        : "No Received line shows a peer outside our networks.");
        return new OriginReport(returnPath, null, Boundary.NONE, null, notes);
    }

    private static OriginReport atBoundary(
            @Nullable String returnPath, ReceivedLine line, @Nullable SpfResult spf, List<String> notes) {
        Optional<IpAddress> peer = line.peer();
        if (peer.isEmpty()) {
            notes.add("The Received line that shows where the message came in has no readable address.");
            return new OriginReport(returnPath, null, Boundary.UNDETERMINED, spf, notes);
        }
        return new OriginReport(returnPath, peer.get().toString(), Boundary.FOUND, spf, notes);
    }

    /** Our side writes its verdict above its own Received line or right below it, before the next hop's line. */
    private static @Nullable SpfResult spf(List<MessageHeaders.Field> fields, int boundary) {
        int end = boundary + 1;
        while (end < fields.size() && !fields.get(end).name().equals("received")) {
            end++;
        }
        return SpfVerdict.in(fields.subList(0, end)).orElse(null);
    }

    private static @Nullable String returnPath(MessageHeaders headers, List<String> notes) {
        Optional<String> field = headers.first("return-path");
        if (field.isEmpty()) {
            notes.add("The message has no Return-Path.");
            return null;
        }
        String path = bare(field.get());
        if (path.length() > LONGEST_PATH || path.chars().anyMatch(c -> c < ' ' || c > 126)) {
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
