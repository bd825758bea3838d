package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions and values that try to exhaust the stack, the heap or the processor. */
final class HostileExpressionTest {
  private static final long SMALL_STACK = 512 * 1024;

  /** Runs a task on a thread with a small stack, as in a container, and throws its exception. */
  private static Object onSmallStack(String expression, Object value) throws InterruptedException {
    AtomicReference<Object> outcome = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                outcome.set(JmesPath.compile(expression).search(value));
              } catch (JmesPathException | StackOverflowError e) {
                outcome.set(e);
              }
            },
            "small stack",
            SMALL_STACK);
    thread.start();
    thread.join();
    return outcome.get();
  }

  private static void assertTooLarge(Object outcome) {
    assertThat(outcome).isInstanceOf(JmesPathException.class);
    JmesPathException failure = (JmesPathException) outcome;
    assertThat(failure.problem()).as(failure.getMessage()).isEqualTo(Problem.TOO_LARGE);
    assertThat(failure.getMessage()).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "[", "!", "{a:", "a[?", "abs(", "map(&", "[[?", "a.[", "a.{b:", "a|(", "a||(", "a==(",
        "[*].[", "*.["
      })
  void nesting_withoutEnd_isRefused(String opening) throws InterruptedException {
    for (int times : new int[] {Parser.MAX_HEIGHT + 1, 10_000, 50_000}) {
      assertTooLarge(onSmallStack(opening.repeat(times), null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".a", "[0]", "|a", "[]", "[*]", ".*", "[?a]", "==a", "[:1]", ".[@]", ".{a:@}"})
  void chain_withoutEnd_isRefused(String link) throws InterruptedException {
    for (int times :
        new int[] {Parser.MAX_HEIGHT + 1, 10_000, Parser.MAX_LENGTH / link.length() - 1}) {
      assertTooLarge(onSmallStack("a" + link.repeat(times), Map.of("a", List.of())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "[0]", "|a", "[]", "[*]", ".*", "[?a]", "[:1]", ".{a:@}"})
  void chain_ofHundreds_isTaken(String link) throws InterruptedException {
    Object outcome = onSmallStack("a" + link.repeat(120), Map.of("a", List.of(1)));

    assertThat(outcome instanceof Throwable).as(String.valueOf(outcome)).isFalse();
  }

  @Test
  void nesting_ofHundreds_isTaken() throws InterruptedException {
    assertThat(onSmallStack("(".repeat(250) + "a" + ")".repeat(250), Map.of("a", 1))).isEqualTo(1);
    assertThat(onSmallStack("!".repeat(250) + "a", Map.of("a", 1))).isEqualTo(true);
    String functions = "to_array(".repeat(250) + "a" + ")".repeat(250);
    assertThat(onSmallStack(functions, Map.of("a", 1))).isEqualTo(List.of(1));
  }

  @Test
  void alternatives_ofThousands_areTaken() throws InterruptedException {
    String or = "a == 'x' || ".repeat(10_000) + "a == 'y'";
    String and = "a != 'x' && ".repeat(10_000) + "a == 'y'";

    assertThat(onSmallStack(or, Map.of("a", "y"))).isEqualTo(true);
    assertThat(onSmallStack(and, Map.of("a", "y"))).isEqualTo(true);
    assertThat(onSmallStack("[?" + or + "].a", List.of(Map.of("a", "y")))).isEqualTo(List.of("y"));
  }

  @Test
  void length_beyondTheBound_isRefused() throws InterruptedException {
    String longest = "'" + "x".repeat(Parser.MAX_LENGTH - 2) + "'";

    assertThat((String) onSmallStack(longest, null)).hasSize(Parser.MAX_LENGTH - 2);
    assertTooLarge(onSmallStack(longest + " ", null));
  }

  @Test
  void literal_nestedTooDeep_isRefused() throws InterruptedException {
    Object outcome = onSmallStack("`" + "[".repeat(100_000) + "`", null);

    assertThat(outcome).isInstanceOf(JmesPathException.class);
    assertThat(((JmesPathException) outcome).getMessage()).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|[@,@][]", // a list that doubles
        "|[join('', [to_string(@), to_string(@)])]", // a text that doubles
        "|[[@,@],[@,@]]|[to_string(@)]|[@[0],@[0]]", // a text of shared parts
        "|merge({a:@},{b:@})|[to_string(@)]", // escapes of escapes
      })
  void growth_exponential_isCutShort(String link) throws InterruptedException {
    assertTooLarge(onSmallStack("`[1,2]`" + link.repeat(60), null));
  }

  @Test
  void sharedParts_compared_areCutShort() throws InterruptedException {
    String tree = "`1`" + "|[@,@]".repeat(100);

    assertTooLarge(onSmallStack("[" + tree + ", " + tree + "]|[0]==[1]", 1));
    assertTooLarge(onSmallStack("to_string(" + tree + ")", 1));
    assertTooLarge(onSmallStack("contains([" + tree + "], " + tree + ")", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIST[?%s]",
        "LIST[*].[%s]",
        "LIST.map(&%s, @)",
        "sort_by(LIST, &length(%s))",
        "LIST[].{a:%s}"
      })
  void loops_withinLoops_areCutShort(String loop) throws InterruptedException {
    String list = "`[" + "1,".repeat(999) + "1]`";
    String nested = "LIST";
    for (int i = 0; i < 5; i++) {
      nested = loop.replace("%s", nested);
    }

    assertTooLarge(onSmallStack(nested.replace("LIST", list), null));
  }

  @Test
  void search_ofTextInText_isCutShort() throws InterruptedException {
    String text = "a".repeat(120_000);
    String part = "a".repeat(60_000) + "b";

    assertTooLarge(onSmallStack("contains('" + text + "', '" + part + "')", null));
    assertThat(onSmallStack("contains('" + text + "b', 'ab')", null)).isEqualTo(true);
  }

  @Test
  void value_nestedDeep_isPickedButNotComparedOrWritten() throws InterruptedException {
    Object deep = 1;
    for (int i = 0; i < 100_000; i++) {
      deep = List.of(deep);
    }
    Map<String, Object> value = Map.of("deep", deep);

    assertThat(onSmallStack("deep", value)).isSameAs(deep);
    assertThat(onSmallStack("length(deep[0])", value)).isEqualTo(1);
    assertTooLarge(onSmallStack("deep == deep", value));
    assertTooLarge(onSmallStack("to_string(deep)", value));
  }

  @Test
  void value_thatHoldsItself_isCutShort() throws InterruptedException {
    List<Object> self = new ArrayList<>();
    self.add(self);

    assertTooLarge(onSmallStack("@ == [@]", self));
    assertTooLarge(onSmallStack("to_string(@)", self));
  }

  @Test
  void values_ofAMillion_areSearched() {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      items.add(Map.of("size", i, "name", "n"));
    }

    Object found =
        JmesPath.compile("items[?size >= `999999` && name == 'n'] | [0].size")
            .search(Map.of("items", items));
    Object total = JmesPath.compile("sum(items[].size)").search(Map.of("items", items));

    assertThat(found).isEqualTo(999_999);
    assertThat(total).isEqualTo(499_999_500_000L);
  }

  @Test
  void message_ofALongExpression_showsThePlaceAlone() {
    String expression = "a ".repeat(1) + "x".repeat(50_000) + "\u001b[31m" + "y".repeat(50_000);
    JmesPathException failure =
        catchThrowableOfType(JmesPathException.class, () -> JmesPath.compile(expression));

    assertThat(failure.getMessage()).hasSizeLessThan(500).doesNotContain("\u001b");
    assertThat(failure.expression()).isEqualTo(expression);
  }
}
