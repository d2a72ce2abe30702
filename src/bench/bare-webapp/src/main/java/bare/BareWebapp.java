package bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda with its webapps, as its own guide starts it. */
@SpringBootApplication
public class BareWebapp {

    public static void main(String[] args) {
        SpringApplication.run(BareWebapp.class, args);
    }
}
