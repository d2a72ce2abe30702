package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

final class CaseHistoryPluginTest {

    private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");
    private static final Pattern HTML =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(");

    @Test
    void cockpitFindsThePlugin() {
        assertThat(ServiceLoader.load(CockpitPlugin.class)).hasAtLeastOneElementOfType(CaseHistoryPlugin.class);
    }

    /** Camunda serves what is listed, and only that. */
    @Test
    void eachModuleThatAnotherNeedsIsServed() throws IOException {
        List<String> served = CaseHistoryAssets.ASSETS;
        for (Resource module : modules()) {
            assertThat(served).contains("app/" + module.getFilename());
            assertThat(IMPORT.matcher(text(module)).results().map((MatchResult found) -> "app/" + found.group(1)))
                    .allSatisfy(needed -> assertThat(served).contains(needed));
        }
        assertThat(served)
                .allSatisfy(asset -> assertThat(new ClassPathResource("plugin-webapp/case-history/" + asset).exists())
                        .isTrue());
    }

    @Test
    void noModulePutsTextInAsHtml() throws IOException {
        for (Resource module : modules()) {
            assertThat(text(module)).doesNotContainPattern(HTML);
        }
    }

    private static Resource[] modules() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath:plugin-webapp/case-history/app/*.js");
    }

    private static String text(Resource module) throws IOException {
        return module.getContentAsString(StandardCharsets.UTF_8);
    }
}
