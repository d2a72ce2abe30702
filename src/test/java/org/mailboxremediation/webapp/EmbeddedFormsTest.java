package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.process.task.FormField;
import org.mailboxremediation.process.task.Forms;
import org.springframework.core.io.ClassPathResource;

/** The forms that a person works on in Tasklist, read as text: what a browser does with them is tested in the browser. */
final class EmbeddedFormsTest {

    private final Forms forms = new Forms(new ObjectMapper());

    @Test
    void declareExactlyTheFieldsThatTheTasksRead() {
        assertThat(keys("list-devices.html")).containsExactly("devices");
        assertThat(keys("hand-over-password.html")).containsExactly("answer", "reason", "contactConfirmed");
        assertThat(keys("confirm-block.html")).containsExactly("entries", "level", "reason");
        assertThat(keys("provide-message.html")).containsExactly("messageFound", "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-devices", "hand-over-password", "provide-message", "confirm-block"})
    void areOneFormEach(String name) throws IOException {
        assertThat(text(name)).containsOnlyOnce("<form ").containsOnlyOnce("</form>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-devices", "hand-over-password", "provide-message", "confirm-block"})
    void leaveForeignTextInert(String name) throws IOException {
        assertThat(text(name))
                .contains("ng-non-bindable")
                .doesNotContain("{{", "innerHTML", "outerHTML", "insertAdjacentHTML", "ng-bind", "document.write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-devices", "hand-over-password", "provide-message", "confirm-block"})
    void keepNothingInTheBrowser(String name) throws IOException {
        assertThat(text(name))
                .contains("camForm.storePrevented = true")
                .doesNotContain("localStorage", "sessionStorage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-devices", "hand-over-password", "provide-message", "confirm-block"})
    void sendNothingBackThatTheyOnlyShow(String name) throws IOException {
        assertThat(text(name)).contains("destroyVariable('facts')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-devices", "hand-over-password", "provide-message", "confirm-block"})
    void linkTheArticleTheyRestOn(String name) throws IOException {
        assertThat(text(name)).contains("https://docs.rackspace.com/docs/secure-a-compromised-rackspace-email-mailbox");
    }

    private Stream<String> keys(String form) {
        return forms.fields(form).stream().map(FormField::key);
    }

    private static String text(String name) throws IOException {
        return new ClassPathResource("forms/" + name + ".html").getContentAsString(StandardCharsets.UTF_8);
    }
}
