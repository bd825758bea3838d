package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import org.junit.jupiter.api.Test;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

/** Ahead-of-time processing, whose generated sources are compiled and started. */
final class AheadOfTimeTest {
  @Configuration(proxyBeanMethods = false)
  public static class Application {
    @Autowired
    @AwsClient("dynamodb")
    Client field;

    @Bean
    Users users(@AwsClient("dynamodb") Client dynamodb) {
      return new Users(dynamodb);
    }
  }

  public record Users(Client dynamodb) {}

  @Test
  @CompileWithForkedClassLoader
  void application_thatIsProcessed_injectsTheSameClients() {
    AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
    properties().applyTo(source);
    source.register(Application.class, Boto4jAutoConfiguration.class);
    TestGenerationContext generation = new TestGenerationContext();
    String initializer =
        new ApplicationContextAotGenerator().processAheadOfTime(source, generation).canonicalName();
    generation.writeGeneratedContent();

    TestCompiler.forSystem()
        .with(generation)
        .compile(
            compiled -> {
              @SuppressWarnings("unchecked") // generated for this type of context
              ApplicationContextInitializer<GenericApplicationContext> initialize =
                  compiled.getInstance(ApplicationContextInitializer.class, initializer);
              start(initialize);
            });
  }

  private static TestPropertyValues properties() {
    return TestPropertyValues.of("boto4j.region=eu-west-1");
  }

  private static void start(ApplicationContextInitializer<GenericApplicationContext> initialize) {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      properties().applyTo(context);
      initialize.initialize(context);
      context.refresh();
      Client client = context.getBean(Users.class).dynamodb();
      assertThat(client.region()).isEqualTo("eu-west-1");
      assertThat(context.getBean(Application.class).field).isSameAs(client);
    }
  }
}
