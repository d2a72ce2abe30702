package org.mailboxremediation.process;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models as they stand in {@code bpmn/}. */
final class Models {

    private Models() {}

    static List<File> files() {
        return Arrays.stream(Objects.requireNonNull(new File("bpmn").listFiles((dir, name) -> name.endsWith(".bpmn"))))
                .sorted()
                .toList();
    }

    static Stream<BpmnModelInstance> all() {
        return files().stream().map(Bpmn::readModelFromFile);
    }

    static <T extends ModelElementInstance> List<T> elements(Class<T> type) {
        return all().map(model -> model.getModelElementsByType(type))
                .flatMap(Collection::stream)
                .toList();
    }
}
