package org.mailboxremediation.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailboxremediation.incident.Incident;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes the letters from our own templates. Nothing that a reporter or an attacker typed gets in but the mailbox. */
@Component
final class Letters {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Pattern PARAGRAPHS = Pattern.compile("\n{2,}");
    private static final Pattern LINES = Pattern.compile("\n");
    private static final Pattern ALONE = Pattern.compile("https?://\\S+");
    private static final String SUBJECT = "Subject: ";
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final Comparator<Incident> WORST_FIRST = Comparator.<Incident>comparingInt(
                    incident -> incident.severity().rank())
            .reversed()
            .thenComparing(incident -> incident.mailbox().asString());

    private final NoticeProperties properties;

    Letters(NoticeProperties properties) {
        this.properties = properties;
    }

    /** The letter of this kind about this case. */
    Letter write(NoticeKind kind, Incident incident) {
        Map<String, String> values = Map.of(
                "mailbox", incident.mailbox().asString(),
                "case", incident.id(),
                "link", properties.link(incident.id()),
                "call", properties.call());
        return write(kind.name().toLowerCase(Locale.ROOT), values);
    }

    /** The letter of this kind about these cases, the most severe first. */
    Letter write(NoticeKind kind, List<Incident> incidents) {
        Map<String, String> values = Map.of(
                "count", Integer.toString(incidents.size()),
                "cases", incidents.stream().sorted(WORST_FIRST).map(this::entry).collect(Collectors.joining("\n\n")),
                "call", properties.call());
        return write(kind.name().toLowerCase(Locale.ROOT) + "_many", values);
    }

    private String entry(Incident incident) {
        String what =
                "%s, severity %s, case %s".formatted(incident.mailbox().asString(), incident.severity(), incident.id());
        return (what + "\n" + properties.link(incident.id())).strip();
    }

    /** The letter of this template with these values, which are ours. */
    Letter write(String name, Map<String, String> values) {
        String filled = fill(template(name + ".txt"), values);
        int end = filled.indexOf('\n');
        String subject = filled.substring(SUBJECT.length(), end);
        String text = PARAGRAPHS.matcher(filled.substring(end).strip()).replaceAll("\n\n");
        return new Letter(subject, text + "\n", html(subject, text));
    }

    private static String html(String subject, String text) {
        String body = PARAGRAPHS.splitAsStream(text).map(Letters::paragraph).collect(Collectors.joining("\n"));
        return fill(template("frame.html"), Map.of("subject", HtmlUtils.htmlEscape(subject), "body", body));
    }

    private static String paragraph(String text) {
        return LINES.splitAsStream(text).map(Letters::line).collect(Collectors.joining("<br>\n", "<p>", "</p>"));
    }

    private static String line(String text) {
        String escaped = HtmlUtils.htmlEscape(text);
        boolean link = ALONE.matcher(text).matches();
        return link ? "<a href=\"" + escaped + "\">" + escaped + "</a>" : escaped;
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(found.group(1)), "a placeholder without a value")));
    }

    private static String template(String name) {
        return TEMPLATES.computeIfAbsent(name, Letters::read);
    }

    private static String read(String name) {
        try (InputStream in = Letters.class.getResourceAsStream("/notice/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("the letter " + name + " cannot be read");
        }
    }
}
