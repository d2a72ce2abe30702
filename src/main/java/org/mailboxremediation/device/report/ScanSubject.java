package org.mailboxremediation.device.report;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which device the report says it is of.
 *
 * @param names the device's identifier, machine id or host name, in the report's words; at most 200 characters each
 * @param nonces what we gave out for this device, if the report carries it
 */
public record ScanSubject(Set<String> names, Set<String> nonces) {

    public ScanSubject {
        names = bounded(names);
        nonces = bounded(nonces);
    }

    private static Set<String> bounded(Set<String> texts) {
        return texts.stream()
                .map(text -> ReportText.plain(text, 200, ""))
                .filter(text -> !text.isEmpty())
                .limit(20)
                .collect(Collectors.toUnmodifiableSet());
    }
}
