package org.mailboxremediation.device.clamd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ClamAV says of itself, for example {@code ClamAV 1.4.6/27927/Sun Mar  1 07:24:10 2026}. One with a database of its
 * owner's own says neither number nor date.
 *
 * @param engine 1 to 40 characters
 * @param signatures the number of the signature database; "" if it is not said
 * @param signaturesDate when that was made; null if it is not said. Read as UTC, although it is the scanner's own zone:
 *     against days that is of no weight
 */
public record ClamAvVersion(
        String engine, String signatures, @Nullable Instant signaturesDate) {

    private static final Pattern LINE = Pattern.compile(
            "ClamAV (\\d[\\w.+~-]{0,39})(?:/(\\d{1,9})/\\w{3} (\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}))?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu", Locale.ENGLISH);

    /** Reads the line; empty if it is none. */
    public static Optional<ClamAvVersion> parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String signatures = found.group(2) == null ? "" : found.group(2);
        return Optional.of(new ClamAvVersion(found.group(1), signatures, date(found.group(3))));
    }

    private static @Nullable Instant date(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(date.replaceAll(" +", " "), DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
