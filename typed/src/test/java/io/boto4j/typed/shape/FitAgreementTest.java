package io.boto4j.typed.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.EventStream;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.internal.input.ValidateInput;
import io.boto4j.internal.jmespath.PathType;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.Conversion;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.TestClients;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of types agree with what calls do with values of these types. */
final class FitAgreementTest {
  private static final Conversion CONVERSION = AbstractStructure.conversion();

  private record Empty() {}

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  /** Values that fit wherever their type does. */
  private static final List<Object> VALUES =
      List.of(
          "5",
          CharBuffer.wrap("5"),
          '5',
          DayOfWeek.MONDAY,
          1,
          1L,
          (short) 1,
          (byte) 1,
          1.0,
          1f,
          BigDecimal.ONE,
          BigInteger.ONE,
          true,
          NOW,
          Date.from(NOW),
          ZonedDateTime.ofInstant(NOW, ZoneOffset.UTC),
          OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC),
          LocalDateTime.ofInstant(NOW, ZoneOffset.UTC),
          LocalDate.EPOCH,
          LocalTime.MIDNIGHT,
          Duration.ZERO,
          new UUID(1, 2),
          URI.create("a"),
          new byte[1],
          ByteBuffer.allocate(1),
          new ByteArrayInputStream(new byte[1]),
          Path.of("p"),
          Map.of(),
          List.of(),
          Set.of(),
          new int[] {1},
          new String[] {"5"},
          Optional.of("5"),
          new Empty());

  @ParameterizedTest
  @CsvSource({
    "rds, DescribeDBInstances, DBInstanceIdentifier",
    "rds, DescribeDBInstances, MaxRecords",
    "rds, DescribeDBInstances, Filters",
    "rds, CreateDBInstance, MultiAZ",
    "rds, DescribeEvents, StartTime",
    "dynamodb, PutItem, Item",
    "dynamodb, PutItem, ReturnValues",
    "s3, PutObject, Body",
    "s3, PutObject, Metadata",
    "s3, PutObject, ContentLength",
    "kinesis, PutRecord, Data",
    "cloudwatch, PutMetricAlarm, Threshold",
    "bedrock-runtime, Converse, additionalModelRequestFields",
    "bedrock-runtime, InvokeModelWithBidirectionalStream, body",
    "lex-runtime, PostContent, sessionAttributes",
    "lambda, Invoke, Payload",
  })
  void input_isAcceptedByTheCheckAsByACall(String service, String operation, String name) {
    OperationModel model = TestClients.model(service).operation(operation);
    Member member =
        Objects.requireNonNull(Objects.requireNonNull(model.input()).member(name), name);
    for (Object value : VALUES) {
      boolean refused = isRefused(model, name, value);
      String problem = InputFit.problem(ReflectedType.of(value.getClass()), member);
      assertThat(problem != null).as("%s: %s", value.getClass(), problem).isEqualTo(refused);
    }
  }

  private static boolean isRefused(OperationModel operation, String name, Object value) {
    ValidateInput step = new ValidateInput(true);
    Map<String, Object> input = Map.of(name, value);
    if (step.check(operation, input) != null) {
      return false;
    }
    String message = String.valueOf(step.exception(operation, input, null).getMessage());
    return message.contains("parameter " + name + ", value")
        || message.contains("parameter " + name + "[0], value");
  }

  private interface Mine {}

  private record Filter(Optional<String> name) {}

  @SuppressWarnings("ArrayRecordComponent") // types, of which there are no values
  private record Types(
      String text,
      CharSequence chars,
      Object any,
      int small,
      Integer boxed,
      long big,
      short shorter,
      byte shortest,
      double real,
      float single,
      Number number,
      BigDecimal decimal,
      BigInteger whole,
      boolean bool,
      Boolean boxedBool,
      char character,
      Instant instant,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      LocalDate date,
      LocalTime time,
      LocalDateTime dateTime,
      Duration duration,
      UUID uuid,
      URI uri,
      DayOfWeek day,
      byte[] bytes,
      ByteBuffer buffer,
      InputStream in,
      ResponseStream stream,
      EventStream events,
      Structure structure,
      Response response,
      Map<String, Object> map,
      Map<String, String> texts,
      List<Object> list,
      List<String> textList,
      List<Filter> filters,
      Collection<Structure> structures,
      Set<Object> set,
      Iterable<Object> iterable,
      String[] array,
      Structure[] structureArray,
      Filter filter,
      Optional<String> optional,
      Optional<Integer> optionalInt,
      Optional<Structure> optionalStructure,
      Date old,
      Mine mine,
      StringBuilder builder) {}

  private static List<Object> samples(String kind) {
    return switch (kind) {
      case "text" ->
          List.of(
              "5",
              "true",
              "2026-01-01",
              "10:15",
              "2026-01-01T00:00:00",
              "2026-01-01T00:00:00Z",
              "PT1S",
              "00000000-0000-0001-0000-000000000002",
              "MONDAY");
      case "number" -> List.of(5, 5L);
      case "real" -> List.of(5.0, 5f);
      case "boolean" -> List.of(true);
      case "time" -> List.of(NOW);
      case "bytes" -> List.of(new byte[1]);
      case "stream" ->
          List.of(
              ResponseStream.of(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)), 1));
      case "events" -> List.of(EventStream.of(List.<Structure>of().iterator(), () -> {}));
      case "structure" -> List.of(Structures.of(Map.of("Name", "n")));
      case "structures" -> List.of(List.of(Structures.of(Map.of("Name", "n"))));
      case "texts" -> List.of(List.of("x"), List.of("y"));
      case "map" -> List.of(Map.of("name", "n"));
      default -> throw new AssertionError(kind);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "text, rds, DescribeDBInstances, Marker",
    "number, dynamodb, Scan, Count",
    "real, cloudwatch, GetInsightRuleReport, AggregateValue",
    "boolean, s3, ListObjectsV2, IsTruncated",
    "time, s3, GetObject, LastModified",
    "bytes, kms, Decrypt, Plaintext",
    "stream, s3, GetObject, Body",
    "events, kinesis, SubscribeToShard, EventStream",
    "structure, ssm, GetParameter, Parameter",
    "structures, s3, ListBuckets, Buckets",
    "texts, dynamodb, ListTables, TableNames",
    "map, s3, GetObject, Metadata",
  })
  void output_isConvertedIfTheCheckAcceptsIt(
      String kind, String service, String operation, String name) {
    OperationModel model = TestClients.model(service).operation(operation);
    StructureShape output = Objects.requireNonNull(model.output());
    Member member = Objects.requireNonNull(output.member(name), name);
    for (RecordComponent component : Types.class.getRecordComponents()) {
      Type type = component.getGenericType();
      List<String> problems = new ArrayList<>();
      OutputFit.check(PathType.of(output), member, ReflectedType.of(type), name, problems::add);
      assertThat(problems.isEmpty())
          .as("%s to %s: %s", kind, type, problems)
          .isEqualTo(isConverted(kind, type) || isUnknown(kind, type));
    }
  }

  private static boolean isConverted(String kind, Type type) {
    for (Object sample : samples(kind)) {
      try {
        CONVERSION.orAbsent(sample, type, "place");
        return true;
      } catch (IllegalArgumentException e) {
        // Another sample may fit.
      }
    }
    return false;
  }

  /** Structures of the service do not have the name of the sample; interfaces may fit. */
  private static boolean isUnknown(String kind, Type type) {
    return (type == CharSequence.class && !kind.equals("text"))
        || (type == InputStream.class && kind.equals("bytes"))
        || (type == ResponseStream.class && kind.equals("bytes"));
  }
}
