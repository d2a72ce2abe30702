package org.mailboxremediation.device.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What ClamAV writes under its last {@code SCAN SUMMARY}.
 *
 * @param several whether there is more than one summary: a log that was appended to, or a file's name that plays one
 */
record ClamAvSummary(Map<String, String> lines, boolean several) {

    static final String TITLE = "----------- SCAN SUMMARY -----------";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static ClamAvSummary of(String text) {
        int last = text.lastIndexOf(TITLE);
        String summary = last < 0 ? "" : text.substring(last + TITLE.length());
        Map<String, String> lines = summary.lines()
                .limit(40)
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (first, next) -> first));
        return new ClamAvSummary(lines, last != text.indexOf(TITLE));
    }

    /** Whether the lines that each ClamAV writes are there, the last one too. */
    boolean isWhole() {
        return count("Infected files") != null && lines.containsKey("Start Date") && lines.containsKey("End Date");
    }

    @Nullable
    Long count(String name) {
        String text = lines.getOrDefault(name, "");
        return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    /** The time in that zone; null if it is missing or cut off. */
    @Nullable
    Instant moment(String name, ZoneId zone) {
        try {
            return LocalDateTime.parse(lines.getOrDefault(name, ""), DATE)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
