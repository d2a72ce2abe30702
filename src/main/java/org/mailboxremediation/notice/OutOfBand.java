package org.mailboxremediation.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.SettingKind;
import org.springframework.stereotype.Component;

/** Promise P6: nothing about a case goes where its attacker, or another one, may read it. */
@Component
public final class OutOfBand {

    static final String MAILBOX = "This is the compromised mailbox itself: reach the person another way.";
    static final String ROUTE = "This is an alias or a forwarding target of the compromised mailbox.";
    static final String OPEN_CASE = "This mailbox has an open case of its own.";

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;<>]+");

    private final Incidents incidents;
    private final MailboxSettings settings;

    OutOfBand(Incidents incidents, MailboxSettings settings) {
        this.incidents = incidents;
        this.settings = settings;
    }

    /** Why nothing about any case may be sent to the recipient; empty if it may, as far as is known now. */
    Optional<String> forbids(String recipient) {
        String folded = fold(recipient);
        if (hasOpenCase(recipient, folded)) {
            return Optional.of(OPEN_CASE);
        }
        boolean route = settings.ofOpenCases(folded.substring(folded.lastIndexOf('@'))).stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(OutOfBand::fold)
                .anyMatch(folded::equals);
        return route ? Optional.of(ROUTE) : Optional.empty();
    }

    /** Why nothing may be sent to the recipient, a fixed sentence; empty if it may, as far as is known now. */
    public Optional<String> forbids(Incident incident, String recipient) {
        return forbids(incident, recipient, List.of());
    }

    /** The same, with aliases and forwarding targets that were read just now. */
    Optional<String> forbids(Incident incident, String recipient, Collection<String> read) {
        String folded = fold(recipient);
        Optional<String> own = forbids(incident, folded, read, settings.of(incident.id()));
        return own.isEmpty() && hasOpenCase(recipient, folded) ? Optional.of(OPEN_CASE) : own;
    }

    /** The same for many cases, asked at one time: why, by the ids of those of which it may not be sent. */
    Map<String, String> forbids(List<Addressed> all, String recipient) {
        String folded = fold(recipient);
        Optional<String> open = hasOpenCase(recipient, folded) ? Optional.of(OPEN_CASE) : Optional.empty();
        Map<String, List<MailboxSetting>> found =
                settings.of(all.stream().map(one -> one.incident().id()).toList());
        Map<String, String> forbidden = new HashMap<>();
        for (Addressed one : all) {
            String id = one.incident().id();
            forbids(one.incident(), folded, one.routes(), found.getOrDefault(id, List.of()))
                    .or(() -> open)
                    .ifPresent(why -> forbidden.put(id, why));
        }
        return forbidden;
    }

    /** By the case itself. */
    private static Optional<String> forbids(
            Incident incident, String folded, Collection<String> read, List<MailboxSetting> found) {
        if (folded.equals(fold(incident.mailbox().asString()))) {
            return Optional.of(MAILBOX);
        }
        Collection<String> routes = new ArrayList<>(read);
        routes.addAll(values(found));
        return folded(routes).contains(folded) ? Optional.of(ROUTE) : Optional.empty();
    }

    /** One spelling of what is delivered alike: in lower case, without a plus-tag (RFC 5233 §1). */
    static String fold(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    private static List<String> values(List<MailboxSetting> found) {
        return found.stream()
                .filter(setting -> setting.kind() != SettingKind.AUTO_REPLY)
                .map(MailboxSetting::value)
                .toList();
    }

    private static Set<String> folded(Collection<String> routes) {
        return routes.stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(OutOfBand::fold)
                .collect(Collectors.toSet());
    }

    private boolean hasOpenCase(String... spellings) {
        return incidents.anyOpen(
                Arrays.stream(spellings).map(MailboxAddress::parse).distinct().toList());
    }
}
