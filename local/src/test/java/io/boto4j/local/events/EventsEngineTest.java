package io.boto4j.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.sns.SnsEngineFactory;
import io.boto4j.local.sqs.SqsEngineFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventsEngineTest {
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:" + EngineDoor.ACCOUNT + ":q";

  private final EngineDoor door =
      new EngineDoor(new EventsEngineFactory(), new SqsEngineFactory(), new SnsEngineFactory());
  private final Client events = door.client("events");
  private final Client sqs = door.client("sqs");

  @AfterEach
  void close() {
    door.close();
  }

  private void rule(String name, Params more, Map<String, ?> target) {
    events.call("PutRule", more.with("Name", name));
    Params targets = Params.of("Rule", name, "Targets", List.of(target));
    Object bus = more.get("EventBusName");
    events.call("PutTargets", bus == null ? targets : targets.with("EventBusName", bus));
  }

  private Response put(String detail, @Nullable String bus) {
    Params entry = Params.of("Source", "app", "DetailType", "t", "Detail", detail);
    return events.call(
        "PutEvents",
        Params.of("Entries", List.of(bus == null ? entry : entry.with("EventBusName", bus))));
  }

  private List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    while (true) {
      List<Structure> messages =
          sqs.call("ReceiveMessage", Params.of("QueueUrl", "q", "MaxNumberOfMessages", 10))
              .structures("Messages");
      if (messages.isEmpty()) {
        return bodies;
      }
      for (Structure message : messages) {
        bodies.add(Objects.requireNonNull(message.text("Body")));
        sqs.call(
            "DeleteMessage",
            Params.of("QueueUrl", "q", "ReceiptHandle", message.text("ReceiptHandle")));
      }
    }
  }

  private static Structure json(String text) {
    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    Map<String, ?> map = (Map<String, ?>) Objects.requireNonNull(Json.read(text));
    return Structures.of(map);
  }

  @Test
  void event_reachesTheTargetsOfMatchingRules() {
    sqs.call("CreateQueue", Params.of("QueueName", "q"));
    rule(
        "r",
        Params.of("EventPattern", "{\"detail\":{\"n\":[{\"numeric\":[\">\",1]}]}}"),
        Map.of("Id", "1", "Arn", QUEUE));
    Response answer = put("{\"n\":2}", null);
    put("{\"n\":1}", null);
    List<String> bodies = bodies();
    assertThat(bodies).hasSize(1);
    Structure event = json(bodies.get(0));
    assertThat(event.text("id")).isEqualTo(answer.structures("Entries").get(0).text("EventId"));
    assertThat(event.text("detail-type")).isEqualTo("t");
    assertThat(event.integer("detail", "n")).isEqualTo(2);
    assertThat(event.text("account")).isEqualTo(EngineDoor.ACCOUNT);
  }

  @Test
  void inputs_arePathsConstantsAndTemplates() {
    sqs.call("CreateQueue", Params.of("QueueName", "q"));
    events.call("PutRule", Params.of("Name", "r", "EventPattern", "{\"source\":[\"app\"]}"));
    events.call(
        "PutTargets",
        Params.of(
            "Rule",
            "r",
            "Targets",
            List.of(
                Map.of("Id", "1", "Arn", QUEUE, "InputPath", "$.detail.items[1]"),
                Map.of("Id", "2", "Arn", QUEUE, "Input", "{\"c\":1}"),
                Map.of(
                    "Id",
                    "3",
                    "Arn",
                    QUEUE,
                    "InputTransformer",
                    Map.of(
                        "InputPathsMap",
                        Map.of("who", "$.detail.who", "items", "$.detail.items"),
                        "InputTemplate",
                        "{\"t\": \"hi <who>\", \"who\": <who>, \"items\": <items>,"
                            + " \"rule\": <aws.events.rule-name>}")))));
    put("{\"who\":\"Z\\\"x\",\"items\":[1,{\"a\":2}]}", null);
    assertThat(bodies())
        .containsExactly(
            "{\"a\":2}",
            "{\"c\":1}",
            "{\"t\": \"hi Z\\\"x\", \"who\": \"Z\\\"x\", \"items\": [1,{\"a\":2}],"
                + " \"rule\": \"r\"}");
  }

  @Test
  void rate_runsByTheClock_untilItIsDisabled() {
    sqs.call("CreateQueue", Params.of("QueueName", "q"));
    rule("r", Params.of("ScheduleExpression", "rate(5 minutes)"), Map.of("Id", "1", "Arn", QUEUE));
    door.clock().advance(Duration.ofMinutes(16));
    List<String> bodies = bodies();
    assertThat(bodies).hasSize(3);
    assertThat(json(bodies.get(0)).text("detail-type")).isEqualTo("Scheduled Event");
    events.call("DisableRule", Params.of("Name", "r"));
    door.clock().advance(Duration.ofMinutes(16));
    assertThat(bodies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(0 12 * * ? *)|2026-03-10T12:00:00Z",
        "cron(0/15 * * * ? *)|2026-03-10T10:45:00Z",
        "cron(0 18 ? * MON-FRI *)|2026-03-10T18:00:00Z",
        "cron(0 8 1 * ? *)|2026-04-01T08:00:00Z",
        "cron(15 10 ? * 6L *)|2026-03-27T10:15:00Z",
        "cron(0 9 ? * 2#1 *)|2026-04-06T09:00:00Z",
        "cron(0 0 L * ? *)|2026-03-31T00:00:00Z",
        "cron(0 0 15W * ? *)|2026-03-16T00:00:00Z",
        "cron(0 0 29 2 ? *)|2028-02-29T00:00:00Z",
        "rate(1 hour)|2026-03-10T11:31:00Z",
      })
  void schedule_findsTheNextTime(String expression, Instant next) {
    Instant now = Instant.parse("2026-03-10T10:31:00Z");
    Schedule schedule = Objects.requireNonNull(Schedule.parse(expression));
    assertThat(schedule.next(now, now)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minutes)",
    "rate(0 hours)",
    "rate(5 minute)",
    "cron(0 12 * * * *)",
    "cron(0 12 * * ?)",
    "cron(61 12 * * ? *)",
    "every day",
  })
  void schedule_refusesWhatIsNotOne(String expression) {
    assertThatThrownBy(
            () -> events.call("PutRule", Params.of("Name", "r", "ScheduleExpression", expression)))
        .hasMessageContaining("Parameter ScheduleExpression is not valid.");
  }

  @Test
  void bus_forwardsToAnotherBus_once() {
    sqs.call("CreateQueue", Params.of("QueueName", "q"));
    String second =
        Objects.requireNonNull(
            events.call("CreateEventBus", Params.of("Name", "two")).text("EventBusArn"));
    rule(
        "r", Params.of("EventPattern", "{\"source\":[\"app\"]}"), Map.of("Id", "1", "Arn", second));
    rule(
        "r",
        Params.of("EventPattern", "{\"source\":[\"app\"]}", "EventBusName", "two"),
        Map.of("Id", "1", "Arn", QUEUE));
    String id = put("{}", null).structures("Entries").get(0).text("EventId");
    assertThat(json(bodies().get(0)).text("id")).isEqualTo(id);
  }

  @Test
  void replay_sendsWhatTheArchiveKept() {
    sqs.call("CreateQueue", Params.of("QueueName", "q"));
    rule("r", Params.of("EventPattern", "{\"source\":[\"app\"]}"), Map.of("Id", "1", "Arn", QUEUE));
    String bus = "arn:aws:events:eu-west-1:" + EngineDoor.ACCOUNT + ":event-bus/default";
    String archive =
        Objects.requireNonNull(
            events
                .call("CreateArchive", Params.of("ArchiveName", "a", "EventSourceArn", bus))
                .text("ArchiveArn"));
    put("{\"x\":1}", null);
    assertThat(bodies()).hasSize(1);
    events.call(
        "StartReplay",
        Params.of(
            "ReplayName",
            "again",
            "EventSourceArn",
            archive,
            "EventStartTime",
            Instant.now().minusSeconds(60),
            "EventEndTime",
            Instant.now().plusSeconds(60),
            "Destination",
            Map.of("Arn", bus)));
    List<String> replayed = bodies();
    assertThat(replayed).hasSize(1);
    assertThat(json(replayed.get(0)).text("replay-name")).isEqualTo("again");
    assertThat(
            events.call("DescribeArchive", Params.of("ArchiveName", "a")).longInteger("EventCount"))
        .isEqualTo(1);
  }

  @Test
  void undeliverable_goesToTheDeadLetterQueue() {
    sqs.call("CreateQueue", Params.of("QueueName", "q"));
    rule(
        "r",
        Params.of("EventPattern", "{\"source\":[\"app\"]}"),
        Map.of("Id", "1", "Arn", QUEUE + "missing", "DeadLetterConfig", Map.of("Arn", QUEUE)));
    put("{}", null);
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void putEvents_refusesEntriesOneByOne() {
    Response answer =
        events.call(
            "PutEvents",
            Params.of(
                "Entries",
                List.of(
                    Params.of("Source", "app", "DetailType", "t", "Detail", "{}"),
                    Params.of("Source", "app", "DetailType", "t", "Detail", "no"),
                    Params.of("Source", "aws.ec2", "DetailType", "t", "Detail", "{}"))));
    assertThat(answer.integer("FailedEntryCount")).isEqualTo(2);
    assertThat(answer.structures("Entries").get(1).text("ErrorCode")).isEqualTo("MalformedDetail");
    assertThat(answer.structures("Entries").get(2).text("ErrorCode"))
        .isEqualTo("NotAuthorizedForSourceException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"source\":[\"a\"]}|true",
        "{\"source\":[{\"wildcard\":\"*a\"}]}|true",
        "{\"detail\":{\"ip\":[{\"cidr\":\"10.0.0.0/8\"}]}}|true",
        "{\"detail\":{\"list\":[{\"anything-but\":[\"x\",\"y\"]}]}}|false",
        "{\"detail\":{\"none\":[{\"exists\":false}],\"list\":[\"x\"]}}|true",
        "{\"detail\":{\"$or\":[{\"ip\":[\"1\"]},{\"list\":[\"y\"]}]}}|true",
        "{\"detail\":{\"ip\":[{\"prefix\":{\"equals-ignore-case\":\"10.\"}}]}}|true",
        "{\"detail\":{\"nothing\":[null]}}|true",
      })
  void testEventPattern_answers(String pattern, boolean result) {
    String event =
        "{\"id\":\"1\",\"detail-type\":\"t\",\"source\":\"a\",\"account\":\"1\",\"time\":\"\","
            + "\"region\":\"r\",\"resources\":[],\"detail\":{\"ip\":\"10.1.2.3\","
            + "\"list\":[\"x\",\"y\"],\"nothing\":null}}";
    assertThat(
            events
                .call("TestEventPattern", Params.of("EventPattern", pattern, "Event", event))
                .bool("Result"))
        .isEqualTo(result);
  }
}
