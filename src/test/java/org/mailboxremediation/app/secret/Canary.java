package org.mailboxremediation.app.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A secret in all the forms that it could be left in. */
public final class Canary {

    private final String name;
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    private Canary(String name) {
        this.name = name;
    }

    /** A secret that is text. */
    public static Canary of(String name, String secret) {
        Canary canary = new Canary(name);
        canary.bytes(secret.getBytes(StandardCharsets.UTF_8));
        canary.text("url", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        canary.text("percent", symbols(secret, "%%%02x"::formatted));
        canary.text("PERCENT", symbols(secret, "%%%02X"::formatted));
        canary.text("quoted-printable", secret.replace("=", "=3D"));
        canary.text("json", symbols(secret, "\\u%04x"::formatted));
        canary.text("JSON", symbols(secret, "\\u%04X"::formatted));
        canary.text("html", HtmlUtils.htmlEscape(secret));
        canary.text("entities", symbols(secret, "&#%d;"::formatted));
        canary.forms.put("utf16be", secret.getBytes(StandardCharsets.UTF_16BE));
        canary.forms.put("utf16le", secret.getBytes(StandardCharsets.UTF_16LE));
        canary.text("reversed", new StringBuilder(secret).reverse().toString());
        return canary;
    }

    /** A secret that is bytes: a key. */
    public static Canary of(String name, byte[] secret) {
        Canary canary = new Canary(name);
        canary.bytes(secret);
        return canary;
    }

    /** What it is called in a finding. */
    public String name() {
        return name;
    }

    /** Its forms, by name. */
    public Map<String, byte[]> forms() {
        return Map.copyOf(forms);
    }

    private void bytes(byte[] bytes) {
        forms.put("clear", bytes);
        text("hex", HexFormat.of().formatHex(bytes));
        text("HEX", HexFormat.of().withUpperCase().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            text("base64+" + shift, base64(bytes, shift));
            text("base64url+" + shift, base64(bytes, shift).replace('+', '-').replace('/', '_'));
        }
    }

    /** The characters that stand for these bytes alone, where this many others stand before them. */
    private static String base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String text = Base64.getEncoder().encodeToString(shifted);
        return text.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static String symbols(String secret, IntFunction<String> escape) {
        return secret.chars()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : escape.apply(c))
                .collect(Collectors.joining());
    }

    private void text(String form, String text) {
        forms.put(form, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Canary[" + name.toLowerCase(Locale.ROOT) + "]";
    }
}
