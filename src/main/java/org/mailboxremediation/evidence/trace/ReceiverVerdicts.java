package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our own side's checks said (RFC 8601, RFC 7208 §9.1). Fields above the boundary's Received line were written by
 * our side. Between it and the next Received line stand our side's and the sender's: there a field counts in full only if
 * it names the receiving host's domain, and otherwise only against the message.
 */
final class ReceiverVerdicts {

    static final ReceiverVerdicts NONE = new ReceiverVerdicts(service -> false);
    private static final String PASS = "pass";

    private final List<Verdict> above = new ArrayList<>();
    private final List<Verdict> below = new ArrayList<>();
    private final Predicate<String> ours;

    private record Verdict(String method, String result, boolean trusted) {}

    private ReceiverVerdicts(Predicate<String> ours) {
        this.ours = ours;
    }

    /**
     * Reads the fields around the boundary.
     *
     * @param boundary the place of its Received line
     * @param by the host that wrote it
     */
    static ReceiverVerdicts around(List<HeaderField> fields, int boundary, String by, OwnNetworks own) {
        ReceiverVerdicts verdicts =
                new ReceiverVerdicts(service -> !service.isEmpty() && (own.receivesAt(service) || kin(service, by)));
        for (int at = 0; at < fields.size(); at++) {
            HeaderField field = fields.get(at);
            if (at > boundary && field.is("received")) {
                break;
            }
            verdicts.read(field, at > boundary ? verdicts.below : verdicts.above);
        }
        return verdicts;
    }

    private static boolean kin(String service, String by) {
        return service.equalsIgnoreCase(by) || OrganisationalDomain.of(service).equals(OrganisationalDomain.of(by));
    }

    @Nullable
    SpfResult spf() {
        Optional<String> result = of("spf");
        return result.flatMap(ReceiverVerdicts::spfResult).orElse(null);
    }

    @Nullable
    String dkim() {
        return of("dkim").orElse(null);
    }

    @Nullable
    String dmarc() {
        return of("dmarc").orElse(null);
    }

    /** The worst where several differ: a forged pass beside our own refusal does not win. */
    private Optional<String> of(String method) {
        List<String> own = results(above, method).map(Verdict::result).toList();
        List<String> all = own.isEmpty()
                ? results(below, method)
                        .filter(verdict ->
                                verdict.trusted() || !verdict.result().equals(PASS))
                        .map(Verdict::result)
                        .toList()
                : own;
        Optional<String> refusal =
                all.stream().filter(result -> !result.equals(PASS)).findFirst();
        return refusal.isPresent() ? refusal : all.stream().findFirst();
    }

    private static Stream<Verdict> results(List<Verdict> verdicts, String method) {
        return verdicts.stream().filter(verdict -> verdict.method().equals(method));
    }

    private void read(HeaderField field, List<Verdict> into) {
        if (field.is("authentication-results")) {
            AuthenticationResults results = AuthenticationResults.parse(field.value());
            boolean trusted = into == below && ours.test(results.service());
            for (String method : List.of("spf", "dkim", "dmarc")) {
                results.of(method).ifPresent(result -> into.add(new Verdict(method, result, trusted)));
            }
        } else if (field.is("received-spf")) {
            String value = field.value();
            String result = value.split("[\\s(;]", 2)[0].toLowerCase(Locale.ROOT);
            // The check of the HELO name says nothing about the return path.
            if (spfResult(result).isPresent() && Words.find(value, "identity=helo") < 0) {
                into.add(new Verdict("spf", result, into == below && ours.test(checker(value))));
            }
        }
    }

    /** {@code pass (example.com: domain of …) receiver=mx.example.com}: both places name who checked. */
    private static String checker(String value) {
        int receiver = Words.find(value, "receiver");
        if (receiver >= 0 && value.startsWith("=", receiver + "receiver".length())) {
            return value.substring(receiver + "receiver=".length()).split("[;\\s]", 2)[0];
        }
        int open = value.indexOf('(');
        int colon = value.indexOf(':', open);
        return open >= 0 && colon > open ? value.substring(open + 1, colon) : "";
    }

    private static Optional<SpfResult> spfResult(String result) {
        for (SpfResult known : SpfResult.values()) {
            if (known.name().equalsIgnoreCase(result)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
