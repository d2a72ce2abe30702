package org.mailboxremediation.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Reads the fields of the forms as they are deployed. Embedded HTML forms carry the same component list in a
 * {@code <script type="application/json" id="fields">} block, because Camunda's own attributes say too little.
 */
@Component
public final class Forms {

    private static final Pattern FIELDS_BLOCK =
            Pattern.compile("<script type=\"application/json\" id=\"fields\">(.*?)</script>", Pattern.DOTALL);

    private final ObjectMapper json;
    private final Map<String, List<FormField>> read = new ConcurrentHashMap<>();

    public Forms(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The fields a person may answer.
     *
     * @param form {@code attest-scan} or {@code list-devices.html}
     */
    public List<FormField> fields(String form) {
        return read.computeIfAbsent(form, this::load);
    }

    private List<FormField> load(String form) {
        try {
            JsonNode components = form.endsWith(".html") ? embedded(form) : json.readTree(text(form + ".form"));
            List<FormField> fields = new ArrayList<>();
            for (JsonNode component : components.path("components")) {
                if (component.has("key") && !component.path("disabled").asBoolean()) {
                    fields.add(field(component));
                }
            }
            return List.copyOf(fields);
        } catch (IOException e) {
            throw new IllegalStateException("a form of this application cannot be read");
        }
    }

    private JsonNode embedded(String form) throws IOException {
        Matcher block = FIELDS_BLOCK.matcher(text(form));
        if (!block.find()) {
            throw new IllegalStateException("forms/" + form + " does not declare its fields.");
        }
        return json.readTree(block.group(1));
    }

    private static String text(String name) throws IOException {
        return new ClassPathResource("forms/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static FormField field(JsonNode component) {
        JsonNode validate = component.path("validate");
        List<String> options = new ArrayList<>();
        component.path("values").forEach(v -> options.add(v.path("value").asText()));
        return new FormField(
                component.path("key").asText(),
                component.path("type").asText(),
                component.path("label").asText(),
                validate.path("required").asBoolean(),
                validate.path("minLength").asInt(),
                validate.path("maxLength").asInt(),
                options,
                text(component, "valuesKey"),
                text(component, "description"));
    }

    private static @Nullable String text(JsonNode component, String name) {
        return component.hasNonNull(name) ? component.get(name).asText() : null;
    }
}
