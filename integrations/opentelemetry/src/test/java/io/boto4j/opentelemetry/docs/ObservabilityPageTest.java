package io.boto4j.opentelemetry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The programs of docs/observability.md run, and the page shows what runs. */
final class ObservabilityPageTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern INDENTATION = Pattern.compile("\\s*\n\\s*");

  private final LocalAws aws = LocalAws.start();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk openTelemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();

  @AfterEach
  void close() {
    openTelemetry.close();
    aws.close();
  }

  @Test
  void traced_printsASpanAndTheTables() {
    Traced.listTables(aws.sessionBuilder(), openTelemetry);
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .containsExactly("DynamoDB.ListTables");
    try (OpenTelemetrySdk printing = Traced.printing()) {
      assertThat(printing.getSdkTracerProvider().toString()).contains("LoggingSpanExporter");
    }
  }

  @Test
  void orders_sentAndConsumed_areLinked() {
    Session session = Orders.session(aws.sessionBuilder(), openTelemetry);
    Client sqs = session.client("sqs");
    String url = sqs.call("CreateQueue", Map.of("QueueName", "orders")).text("QueueUrl");
    List<String> consumed = new ArrayList<>();
    Orders.send(sqs, url);
    Orders.consume(sqs, url, openTelemetry, consumed::add);
    assertThat(consumed).containsExactly("one coffee");
    SpanData process = span("process orders");
    assertThat(process.getLinks().get(0).getSpanContext().getSpanId())
        .isEqualTo(span("SQS.SendMessage").getSpanId());
    assertThat(span("POST").getParentSpanId()).isEqualTo(span("SQS.CreateQueue").getSpanId());
  }

  private SpanData span(String name) {
    return spans.getFinishedSpanItems().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void page_showsCodeThatRuns() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (Path folder :
        List.of(
            Path.of("src/test/java/io/boto4j/opentelemetry/docs"),
            Path.of("../micrometer/src/test/java/io/boto4j/micrometer/docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path each : files.sorted().toList()) {
          sources.append(normalized(Files.readString(each))).append('\n');
        }
      }
    }
    String page = Files.readString(ROOT.resolve("docs/observability.md"));
    Matcher blocks = BLOCK.matcher(page);
    int count = 0;
    while (blocks.find()) {
      assertThat(sources.toString()).contains(normalized(blocks.group(1)));
      count++;
    }
    assertThat(count).isGreaterThanOrEqualTo(5);
  }

  private static String normalized(String code) {
    return INDENTATION.matcher(code.strip()).replaceAll("\n");
  }
}
