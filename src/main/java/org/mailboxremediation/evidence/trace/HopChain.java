package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Received lines from the top, cut at the first peer outside our networks: the boundary. */
final class HopChain {

    private static final int MOST = 100;

    private final List<HeaderField> fields;
    private final List<Hop> hops = new ArrayList<>(8);
    private Optional<IpAddress> peer = Optional.empty();
    private @Nullable String login;
    private String by = "";
    private int place = -1;
    private boolean cut;
    private boolean submitted;

    private HopChain(List<HeaderField> fields) {
        this.fields = fields;
    }

    static HopChain read(List<HeaderField> fields, OwnNetworks own) {
        HopChain chain = new HopChain(fields);
        for (int at = 0; at < fields.size() && !chain.cut; at++) {
            if (fields.get(at).is("received")) {
                chain.cut = chain.hops.size() == MOST;
                if (!chain.cut) {
                    chain.add(ReceivedLine.read(fields.get(at).value()), at, own);
                }
            }
        }
        return chain;
    }

    private void add(ReceivedLine line, int at, OwnNetworks own) {
        boolean below = place >= 0;
        boolean foreign = !below && !submitted && line.hop() && isForeign(line, own);
        hops.add(Hop.of(below ? Hop.Role.CLAIM : foreign ? Hop.Role.BOUNDARY : Hop.Role.OWN, line));
        if (!below) {
            login = login == null || (login.isEmpty() && line.login() != null) ? line.login() : login;
            submitted |= line.peer().filter(own::submits).isPresent();
        }
        if (foreign) {
            place = at;
            peer = line.peer();
            by = line.by();
        }
    }

    private static boolean isForeign(ReceivedLine line, OwnNetworks own) {
        return line.peer()
                .map(address -> !own.contains(address))
                .orElseGet(() -> line.known().filter(own::containsAll).isEmpty());
    }

    List<Hop> hops() {
        return hops;
    }

    /** The address that our own side saw; empty unless the boundary was found. */
    Optional<IpAddress> peer() {
        return peer;
    }

    /** Whom a line of our own side let in with a password. */
    @Nullable
    String login() {
        return login;
    }

    Boundary boundary() {
        if (place >= 0) {
            return peer.isPresent() ? Boundary.FOUND : Boundary.UNDETERMINED;
        }
        return cut ? Boundary.UNDETERMINED : Boundary.NONE;
    }

    Optional<String> note() {
        if (place >= 0) {
            return peer.isPresent()
                    ? Optional.empty()
                    : Optional.of("The Received line that shows where the message came in has no readable address.");
        }
        if (cut) {
            return Optional.of("More than 100 Received lines: the rest was not read.");
        }
        return Optional.of(
                hops.isEmpty()
                        ? "The message has no Received line."
                        : "No Received line shows a peer outside our networks.");
    }

    /** Our side's verdicts; none where the message never came in from outside. */
    ReceiverVerdicts verdicts(OwnNetworks own) {
        return place < 0 ? ReceiverVerdicts.NONE : ReceiverVerdicts.around(fields, place, by, own);
    }
}
