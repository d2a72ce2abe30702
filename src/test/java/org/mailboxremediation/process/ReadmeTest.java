package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's table of user tasks says what the models say. {@code -Dreadme.write=true} writes it anew. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final String START = "<!-- user tasks: made from bpmn/ and forms/, checked by ReadmeTest -->\n";
    private static final String END = "<!-- end of user tasks -->";

    @Test
    void listsEveryUserTaskWithItsGroupFormAndFields() throws IOException {
        String readme = Files.readString(README);
        String before = readme.substring(0, readme.indexOf(START) + START.length());
        String after = readme.substring(readme.indexOf(END));
        String wanted = before + TaskTable.markdown() + after;
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, wanted);
        } else {
            assertThat(readme).isEqualTo(wanted);
        }
    }
}
