package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Interceptor;
import io.boto4j.micrometer.CallObservationContext;
import io.boto4j.micrometer.CallObservationConvention;
import io.boto4j.micrometer.DefaultCallObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Observations and spans of calls, by the registries of the application. */
final class ObservedTest {
  private static final String OBSERVED = "io.boto4j.spring.internal.observed.";

  private final List<String> observed = new ArrayList<>();
  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  Boto4jAutoConfiguration.class,
                  ClassUtils.resolveClassName(OBSERVED + "MicrometerAutoConfiguration", null),
                  ClassUtils.resolveClassName(OBSERVED + "OpenTelemetryAutoConfiguration", null)))
          .withUserConfiguration(LocalAwsConfiguration.class)
          .withPropertyValues("boto4j.region=eu-west-1");

  private ObservationRegistry registry() {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new Names());
    return registry;
  }

  private final class Names implements ObservationHandler<Observation.Context> {
    @Override
    public void onStop(Observation.Context context) {
      observed.add(context.getContextualName());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  private static void call(ApplicationContext context) {
    context.getBean(AwsClients.class).client("dynamodb").call("ListTables");
  }

  @Test
  void registryOfTheApplication_observesEveryCall() {
    contexts
        .withBean(ObservationRegistry.class, this::registry)
        .run(
            context -> {
              call(context);
              assertThat(observed).containsExactly("DynamoDB.ListTables");
            });
  }

  @Test
  void conventionOfTheApplication_namesObservations() {
    CallObservationConvention own =
        new DefaultCallObservationConvention() {
          @Override
          public String getContextualName(CallObservationContext context) {
            return "call of " + context.call().operation();
          }
        };
    contexts
        .withBean(ObservationRegistry.class, this::registry)
        .withBean(CallObservationConvention.class, () -> own)
        .run(
            context -> {
              call(context);
              assertThat(observed).containsExactly("call of ListTables");
            });
  }

  @Test
  void openTelemetryOfTheApplication_hasASpanForEveryCall() {
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    contexts
        .withBean(OpenTelemetry.class, () -> sdk)
        .run(
            context -> {
              call(context);
              assertThat(spans.getFinishedSpanItems())
                  .extracting(span -> span.getName())
                  .containsExactly("DynamoDB.ListTables");
            });
  }

  @Test
  void applicationWithoutRegistries_hasNoInterceptor() {
    contexts.run(context -> assertThat(context).doesNotHaveBean(Interceptor.class));
  }
}
