package io.boto4j.typed.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Name;
import io.boto4j.Params;
import io.boto4j.http.HttpBody;
import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.TestClients;
import java.io.InputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Java types as input. */
final class InputFitTest {
  private record Filter(String name, List<String> values) {}

  private record WrongFilter(String name, List<Integer> values) {}

  private record Nameless(List<String> values) {}

  private record Unknown(String name, Set<String> values, @Name("Extra") Optional<String> more) {}

  private record Statement(@Nullable Statement andStatement, String name) {}

  private record Types(
      List<String> texts,
      Map<String, String> map,
      Map<String, Integer> numbers,
      List<? super Integer> wild,
      List<Filter> filters,
      List<WrongFilter> wrong,
      List<Nameless> nameless,
      List<Unknown> unknown,
      Map<String, Object> any,
      Map<String, LocalDate> dates) {}

  private static JavaType type(String component) {
    for (JavaType.Component each :
        Objects.requireNonNull(ReflectedType.of(Types.class).components())) {
      if (each.name().equals(component)) {
        return each.type();
      }
    }
    throw new AssertionError(component);
  }

  private static Member member(String service, String operation, String name) {
    StructureShape input = TestClients.model(service).operation(operation).input();
    return Objects.requireNonNull(Objects.requireNonNull(input).member(name));
  }

  private static @Nullable String problem(Class<?> type, Member member) {
    return InputFit.problem(ReflectedType.of(type), member);
  }

  @Test
  void string_takesTextsAndEnums() {
    Member name = member("rds", "DescribeDBInstances", "DBInstanceIdentifier");
    for (Class<?> each :
        List.of(String.class, StringBuilder.class, DayOfWeek.class, char.class, Object.class)) {
      assertThat(problem(each, name)).as("%s", each).isNull();
    }
    assertThat(problem(int.class, name))
        .isEqualTo("DBInstanceIdentifier takes a text or an enum constant, not int.");
    for (Class<?> each :
        List.of(
            BigDecimal.class, List.class, Map.class, Path.class, Filter.class, String[].class)) {
      assertThat(problem(each, name))
          .as("%s", each)
          .endsWith(", not " + each.getSimpleName() + ".");
    }
  }

  @Test
  void scalars_takeTheTypesOfACall() {
    Member number = member("rds", "DescribeDBInstances", "MaxRecords");
    assertThat(problem(Long.class, number)).isNull();
    assertThat(problem(double.class, number)).as("may be whole").isNull();
    assertThat(problem(Serializable.class, number)).as("may be a number").isNull();
    assertThat(problem(String.class, number))
        .isEqualTo("MaxRecords takes a number without a fraction, not String.");
    assertThat(problem(OptionalInt.class, number)).endsWith("not OptionalInt.");
    Member bool = member("rds", "CreateDBInstance", "MultiAZ");
    assertThat(problem(Boolean.class, bool)).isNull();
    assertThat(problem(String.class, bool)).isEqualTo("MultiAZ takes a boolean, not String.");
    Member time = member("rds", "DescribeEvents", "StartTime");
    assertThat(problem(Instant.class, time)).isNull();
    assertThat(problem(Date.class, time)).isNull();
    assertThat(problem(LocalDate.class, time)).endsWith("or a text, not LocalDate.");
    Member body = member("s3", "PutObject", "Body");
    for (Class<?> each :
        List.of(byte[].class, ByteBuffer.class, InputStream.class, HttpBody.class, String.class)) {
      assertThat(problem(each, body)).as("%s", each).isNull();
    }
    assertThat(problem(int[].class, body)).endsWith("or a text, not int[].");
  }

  @Test
  void collections_areCheckedByTheirArguments() {
    Member logs = member("rds", "CreateDBInstance", "EnableCloudwatchLogsExports");
    assertThat(InputFit.problem(type("texts"), logs)).isNull();
    assertThat(problem(List.class, logs)).isNull();
    assertThat(problem(String[].class, logs)).isNull();
    assertThat(problem(int[].class, logs))
        .isEqualTo("EnableCloudwatchLogsExports[] takes a text or an enum constant, not int.");
    assertThat(problem(String.class, logs))
        .isEqualTo("EnableCloudwatchLogsExports takes a list or an array, not String.");
    Member metadata = member("s3", "PutObject", "Metadata");
    assertThat(InputFit.problem(type("map"), metadata)).isNull();
    assertThat(InputFit.problem(type("numbers"), metadata))
        .isEqualTo("Metadata{} takes a text or an enum constant, not Integer.");
    assertThat(problem(Params.class, metadata)).isNull();
  }

  @Test
  void records_areCheckedByTheirComponents() {
    Member filters = member("rds", "DescribeDBInstances", "Filters");
    assertThat(InputFit.problem(type("filters"), filters)).isNull();
    assertThat(InputFit.problem(type("wrong"), filters))
        .isEqualTo("Filters[].Values[] takes a text or an enum constant, not Integer.");
    assertThat(InputFit.problem(type("nameless"), filters))
        .isEqualTo("Nameless has no component for Filters[].Name, which is required.");
    assertThat(InputFit.problem(type("unknown"), filters))
        .isEqualTo("Unknown.more: Filter has no member Extra.");
  }

  @Test
  void structure_takesAMapWithAValueForSomeMember() {
    Member item = member("dynamodb", "PutItem", "Item");
    assertThat(InputFit.problem(type("any"), item)).isNull();
    Member tag = member("rds", "CreateDBInstance", "Tags");
    Member element = ((ListShape) tag.shape()).element();
    assertThat(InputFit.problem(type("map"), element, "Tags[]")).isNull();
    assertThat(InputFit.problem(type("dates"), element, "Tags[]"))
        .isEqualTo("Tags[] has no member that takes LocalDate; pass a Map<String, Object>.");
  }

  @Test
  void recursiveRecords_end() {
    Member filter = member("ce", "GetCostAndUsage", "Filter");
    record Expression(@Nullable List<Expression> and, @Nullable Expression not, int dimensions) {}
    assertThat(problem(Expression.class, filter))
        .isEqualTo("Filter.Dimensions takes a map or a record, not int.");
    assertThat(problem(Statement.class, filter)).contains("Expression has no member andStatement");
  }

  @Test
  void customizedMembers_takeWhatTheServiceConverts() {
    assertThat(problem(Map.class, member("s3", "CopyObject", "CopySource"))).isNull();
    assertThat(problem(byte[].class, member("s3", "PutObject", "SSECustomerKey"))).isNull();
    assertThat(problem(byte[].class, member("s3", "PutObject", "Key"))).isNotNull();
  }

  @Test
  void eventStream_takesASourceOfEvents() {
    Member audio = member("bedrock-runtime", "InvokeModelWithBidirectionalStream", "body");
    assertThat(problem(List.class, audio)).isNull();
    assertThat(problem(Stream.class, audio)).isNull();
    assertThat(problem(byte[].class, audio))
        .isEqualTo("body takes an Iterable of events, not byte[].");
  }
}
