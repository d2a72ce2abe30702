package org.mailboxremediation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of the README that a benchmark writes, between two comments. */
public final class ReadmeSection {

    private static final Path README = Path.of("README.md");

    private ReadmeSection() {}

    public static void write(String start, String end, String text) throws IOException {
        String readme = Files.readString(README);
        String opening = "<!-- " + start + " -->\n";
        int from = readme.indexOf(opening) + opening.length();
        int to = readme.indexOf("<!-- " + end + " -->");
        Files.writeString(README, readme.substring(0, from) + text + readme.substring(to));
    }
}
