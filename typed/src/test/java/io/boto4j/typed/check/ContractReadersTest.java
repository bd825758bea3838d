package io.boto4j.typed.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.typed.TestClients;
import io.boto4j.typed.Typed;
import io.boto4j.typed.contract.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The problems of interfaces: the same by reflection and in the compiler. */
final class ContractReadersTest {
  private static final String IMPORTS =
      """
      import io.boto4j.*;
      import io.boto4j.typed.*;
      import java.io.InputStream;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.Consumer;
      import java.util.stream.Stream;
      """;

  private static @Nullable CompiledSources all;

  private record Case(String service, String body, List<String> problems) {
    @Override
    public String toString() {
      return body.lines().findFirst().orElse("") + " " + problems;
    }
  }

  private static Case of(String service, String body, String... problems) {
    return new Case(service, body, List.of(problems));
  }

  private static Case rds(String body, String... problems) {
    return of("rds", body, problems);
  }

  static Stream<Case> names() {
    return Stream.of(
        rds(
            "@Operation(\"StartDBInstanc\") void start();",
            "start(): rds has no operation StartDBInstanc. Did you mean StartDBInstance or"
                + " StopDBInstance or StartDBInstanceAutomatedBackupsReplication?"),
        rds(
            "@Await(\"DBInstanceAvailabl\") void wait(@Param(\"DBInstanceIdentifier\") String id);",
            "wait(String): rds has no waiter DBInstanceAvailabl. Did you mean"
                + " DBInstanceAvailable?"),
        rds(
            "@Operation(\"StartDBInstance\") void start(@Param(\"DbInstanceId\") String id);",
            "start(String): StartDBInstance takes no DbInstanceId. Did you mean"
                + " DBInstanceIdentifier?",
            "start(String): StartDBInstance requires DBInstanceIdentifier. Add a parameter with"
                + " @Param(\"DBInstanceIdentifier\"), or a @Default."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"DBInstances[0].Enginee\") String s();",
            "s(): DBInstance has no member \"Enginee\". Did you mean Engine?"),
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"DBInstances[0\") String s();",
            "s(): Invalid jmespath expression: Incomplete expression:\n\"DBInstances[0\"\n"
                + "              ^."),
        of(
            "s3",
            "@Operation(\"ListBuckets\") @Result(\"Buckets\") List<Bucket> buckets();"
                + " record Bucket(String naem) {}",
            "buckets(): Buckets[].naem: Bucket has no such member. Did you mean Name?"));
  }

  static Stream<Case> methods() {
    return Stream.of(
        rds(
            "void start(String id); @Operation(\"DescribeDBInstances\") Response page();",
            "start(String): No operation is given. Add @Operation or @Await, or give the method a"
                + " body."),
        rds(
            "@Operation(\"DescribeDBInstances\") default Response page() { return null; }",
            "page(): A method with a body makes its calls itself. Remove the body, or @Operation"
                + " and @Await."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Await(\"DBInstanceAvailable\") void both();",
            "both(): @Operation and @Await exclude each other. Remove one of them."),
        rds(
            "@Operation(\"DescribeDBInstances\") <T> T page();",
            "page(): A method with type parameters of its own cannot be bound. Name the types."),
        rds(
            "@Operation(\"DescribeDBInstances\") Response page(String id);",
            "page(String): Parameter 1 of type String gives no member. Add @Param, or pass a record"
                + " or a map with the whole input, or a Consumer<CallOptions.Builder>."),
        rds(
            "@Operation(\"DescribeDBInstances\") Response page(Consumer<String> options);",
            "page(Consumer<String>): Parameter 1 of type Consumer<String> gives no member. Add"
                + " @Param, or pass a record or a map with the whole input, or a"
                + " Consumer<CallOptions.Builder>."),
        rds(
            "@Operation(\"DescribeDBInstances\") Response page(Map<String, Object> a,"
                + " Map<String, ?> b, Consumer<CallOptions.Builder> c,"
                + " Consumer<? super CallOptions.Builder> d, @Param(\"Marker\") String e,"
                + " @Param(\"Marker\") String f);",
            "page(Map<String, Object>, Map<String, Object>, Consumer<Builder>, Consumer<Builder>,"
                + " String, String): Two parameters give the whole input. Remove one of them, or"
                + " add @Param.",
            "page(Map<String, Object>, Map<String, Object>, Consumer<Builder>, Consumer<Builder>,"
                + " String, String): Two parameters set the options. Remove one of them.",
            "page(Map<String, Object>, Map<String, Object>, Consumer<Builder>, Consumer<Builder>,"
                + " String, String): Two parameters give Marker. Remove one of them."),
        rds(
            "@Await(\"DBInstanceAvailable\") @Result(\"Marker\") String w("
                + "Consumer<CallOptions.Builder> o);",
            "w(Consumer<Builder>): A waiter has no options of a call. Use a UnaryOperator<Waiter>.",
            "w(Consumer<Builder>): A waiter has no @Result. Return the Structure of the last call.",
            "w(Consumer<Builder>): A waiter returns nothing or a Structure, not String."));
  }

  static Stream<Case> inputs() {
    return Stream.of(
        rds(
            "@Operation(\"DescribeDBInstances\") Response p(@Param(\"MaxRecords\") String max,"
                + " @Param(\"Marker\") Optional<Integer> m, @Param(\"Filters\") List<F> f);"
                + " record F(String name, int[] values) {}",
            "p(String, Optional<Integer>, List<F>): MaxRecords takes a number without a fraction,"
                + " not String.",
            "p(String, Optional<Integer>, List<F>): Marker takes a text or an enum constant, not"
                + " Integer.",
            "p(String, Optional<Integer>, List<F>): Filters[].Values[] takes a text or an enum"
                + " constant, not int."),
        rds(
            "@Operation(\"CreateDBInstance\") Response c(N n);"
                + " record N(@Name(\"DBInstanceIdentifier\") String id, String enginee) {}",
            "c(N): N.enginee: CreateDBInstanceMessage has no member enginee. Did you mean Engine?",
            "c(N): CreateDBInstance requires DBInstanceClass. Add a parameter with"
                + " @Param(\"DBInstanceClass\"), or a @Default.",
            "c(N): CreateDBInstance requires Engine. Add a parameter with @Param(\"Engine\"), or a"
                + " @Default."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Default(param = \"MaxRecords\", value = \"x\")"
                + " @Default(param = \"MaxRecord\", value = \"5\") @Default(param = \"Marker\","
                + " value = \"m\") @Default(param = \"Marker\", value = \"n\") Response p();",
            "p(): The default of MaxRecords is not JSON: Expected a value but saw 'x' at byte 0.",
            "p(): DescribeDBInstances takes no MaxRecord. Did you mean MaxRecords?",
            "p(): Two defaults give Marker. Remove one of them."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Default(param = \"MaxRecords\", value = \"1.5\")"
                + " @Default(param = \"Filters\", value = \"[{\\\"Name\\\": 1, \\\"Value\\\": 2}]\")"
                + " Response p();",
            "p(): The default of MaxRecords is 1.5, which has a fraction.",
            "p(): The default of Filters[0].Name takes a text or an enum constant, not Integer.",
            "p(): The default of Filters[0] has a member Value, which Filter does not have.",
            "p(): The default of Filters[0] lacks Values, which is required."),
        of(
            "s3",
            "@Operation(\"ListBuckets\") @Result(\"Buckets\") List<Structure> b("
                + "@Param(\"Bucket\") String b);",
            "b(String): ListBuckets takes no Bucket. Did you mean MaxBuckets or BucketRegion?"));
  }

  static Stream<Case> outputs() {
    return Stream.of(
        rds(
            "@Operation(\"StartDBInstance\") Db s(@Param(\"DBInstanceIdentifier\") String id);"
                + " record Db(String dbInstanceStatus) {}",
            "s(String): Db does not fit the output of StartDBInstance, but its member DBInstance."
                + " Add @Result(\"DBInstance\")."),
        rds(
            "@Operation(\"StartDBInstance\") @Result(\"DBInstance\")"
                + " Db s(@Param(\"DBInstanceIdentifier\") String id);"
                + " record Db(String enginee, Instant multiAZ, List<Integer> endpoint) {}",
            "s(String): DBInstance.enginee: DBInstance has no such member. Did you mean Engine?",
            "s(String): DBInstance.multiAZ is a boolean, which is not converted to Instant.",
            "s(String): DBInstance.endpoint is a structure (Endpoint), which is not converted to"
                + " List<Integer>."),
        rds(
            "@Operation(\"StartDBInstance\") String s(@Param(\"DBInstanceIdentifier\") String id);",
            "s(String): The output of StartDBInstance does not become String as a whole. Add"
                + " @Result, such as @Result(\"DBInstance\")."),
        rds(
            "@Operation(\"StartDBInstance\") List<String> s("
                + "@Param(\"DBInstanceIdentifier\") String id);",
            "s(String): The output of StartDBInstance does not become List<String> as a whole. Add"
                + " @Result, such as @Result(\"DBInstance\")."),
        rds(
            "@Operation(\"StartDBInstance\") Stream<String> s("
                + "@Param(\"DBInstanceIdentifier\") String id);",
            "s(String): StartDBInstance has no pages, so it does not return Stream<String>. Return"
                + " a List."),
        rds(
            "@Operation(\"DescribeDBInstances\") List<String> list();",
            "list(): DescribeDBInstances item is a structure (DBInstance), which is not converted"
                + " to String."),
        rds(
            "@Operation(\"DescribeDBInstances\") CompletableFuture<List<Structure>> list();",
            "list(): The items of all pages have no future. Return Structure items as a Stream, or"
                + " one page as a CompletableFuture<Response>."),
        rds(
            "@Operation(\"DescribeDBInstances\") Stream<Structure> list("
                + "Consumer<CallOptions.Builder> o);",
            "list(Consumer<Builder>): The options of a call do not apply to pages. Return one page"
                + " as a Response."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"DBInstances[]\") Items<Structure> i();",
            "i(): Items have a class without type arguments, and no @Result. Return a Stream."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"DBInstances\") void p();",
            "p(): The method returns nothing. Remove @Result."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"@\") Response p();",
            "p(): A Response is the whole output. Return a Structure, or remove @Result."),
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"DBInstances[0].DBInstanceStatus\")"
                + " byte[] p();",
            "p(): DBInstances[0].DBInstanceStatus is a text, which is not converted to byte[]."),
        of(
            "s3",
            "@Operation(\"GetObject\") @Result(\"Body\") String get("
                + "@Param(\"Bucket\") String b, @Param(\"Key\") String k);",
            "get(String, String): Body is bytes, which is not converted to String."),
        of(
            "s3",
            "@Operation(\"GetObject\") @Result(\"Body\") byte[] get("
                + "@Param(\"Bucket\") String b, @Param(\"Key\") String k);",
            "get(String, String): Body is a stream, which is not converted to byte[]. Read it from"
                + " an InputStream or ResponseStream."),
        rds(
            "interface Mine {} interface Rds {"
                + " @Operation(\"DescribeDBInstances\") List<Mine> list(); }",
            "list(): DescribeDBInstances item is a structure (DBInstance), which is not converted"
                + " to Mine."),
        of(
            "dynamodb",
            "@Operation(\"Scan\") Stream<Map<Integer, Map<String, Object>>> items("
                + "@Param(\"TableName\") String t);"));
  }

  static Stream<Case> inherited() {
    return Stream.of(
        rds(
            "interface Base<T> { @Operation(\"DescribeDBInstances\") List<T> list();"
                + " default int size() { return list().size(); } }"
                + " interface Rds extends Base<Structure> {}"),
        rds(
            "interface Base<T> { @Operation(\"DescribeDBInstances\") List<T> list(); }"
                + " interface Middle<S> extends Base<List<S>> {}"
                + " interface Rds extends Middle<Integer> {}",
            "list(): DescribeDBInstances item is a structure (DBInstance), which is not converted"
                + " to List<Integer>."),
        rds(
            "interface Base { Object page(); } interface Rds extends Base {"
                + " @Override @Operation(\"DescribeDBInstances\") Response page(); }"),
        rds(
            "interface Rds extends AutoCloseable { @Override void close();"
                + " @Operation(\"DescribeDBInstances\") Response page();"
                + " boolean equals(Object o); private int one() { return 1; }"
                + " static int two() { return 2; } }"));
  }

  static Stream<Case> unknown() {
    return Stream.of(
        rds(
            "@Operation(\"DescribeDBInstances\") @Result(\"DBInstances\")"
                + " List<? extends Optional<? extends Enum<?>>> list();",
            "list(): DBInstances[] is a structure (DBInstance), which is not converted to"
                + " Enum<Object>."),
        rds("@Operation(\"DescribeDBInstances\") Stream list(); "),
        rds("@Operation(\"DescribeDBInstances\") List<?> list();"),
        rds(
            "interface Continuation<T> extends kotlin.coroutines.Continuation<T> {}"
                + " interface Rds { @Operation(\"DescribeDBInstances\")"
                + " Object page(kotlin.coroutines.Continuation<? super Response> then); }",
            "page(Continuation<Response>): A function that suspends cannot be bound. Return a"
                + " CompletableFuture, and await it."));
  }

  static Stream<Case> cases() {
    return Stream.of(names(), methods(), inputs(), outputs(), inherited(), unknown())
        .flatMap(each -> each);
  }

  private static String source(Case each) {
    return each.body().contains("interface Rds")
        ? each.body().replace("interface Rds", "@Service(\"rds\") interface Rds")
        : "@Service(\"" + each.service() + "\") interface Rds { " + each.body() + " }";
  }

  private static CompiledSources compiled(String... bodies) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String body : bodies) {
      String name = "source" + sources.size();
      sources.put(name, "package " + name + ";\n" + IMPORTS + body);
    }
    sources.put(
        "kotlin/coroutines/Continuation",
        "package kotlin.coroutines; public interface Continuation<T> {}");
    return new CompiledSources(sources);
  }

  /** Starting the compiler takes long, so that all sources are compiled at once. */
  @BeforeAll
  static void compile() {
    all = compiled(cases().map(ContractReadersTest::source).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void problems_areTheSameInBothReaders(Case each) throws Exception {
    String name = "source" + cases().toList().indexOf(each);
    CompiledSources compiled = Objects.requireNonNull(all);
    List<String> lines = new ArrayList<>();
    for (Problem problem : compiled.problems(name)) {
      lines.add(problem.toString());
    }
    assertThat(lines).as("in the compiler").isEqualTo(each.problems());
    Throwable thrown =
        catchThrowable(
            () -> Typed.of(TestClients.of(each.service()), compiled.loadClass(name + ".Rds")));
    if (each.problems().isEmpty()) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Rds cannot be bound to "
                  + each.service()
                  + ":\n  "
                  + String.join("\n  ", each.problems()));
    }
  }

  @Test
  void sites_arePlacesInTheSource() {
    CompiledSources compiled =
        compiled(
            "@Service(\"rds\") interface Rds {"
                + " @Operation(\"Star\") void a(); @Operation(\"StartDBInstance\") void b();"
                + " @Operation(\"DescribeDBInstances\") Response c(@Param(\"X\") int x); }",
            "interface A { void a(); } interface B<T> { @Operation(\"No\") T b(); }",
            "interface NoService { @Operation(\"No\") String a(); }");
    List<String> sites = new ArrayList<>();
    for (Problem problem : compiled.problems("source0")) {
      MirrorSite site = (MirrorSite) problem.site();
      sites.add(site.element() + " " + site.value());
    }
    assertThat(sites).containsExactly("a() \"Star\"", "b() null", "x \"X\"");
    assertThat(compiled.problems("source1")).as("not annotated, or generic").isEmpty();
    assertThat(compiled.problems("source2")).as("without a service").isEmpty();
  }
}
