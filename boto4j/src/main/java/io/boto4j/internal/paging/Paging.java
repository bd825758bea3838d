package io.boto4j.internal.paging;

import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one operation pages, ready to be used. Immutable and safe to share between threads.
 *
 * @param operation the operation's name
 * @param output what a page is, or null if the model does not say
 * @param inputTokens the parameters that ask for the next page
 * @param outputTokens where an answer holds their values, in the same order
 * @param resultKeys where an answer holds what is paged; the first is what is counted
 * @param moreResults where an answer says whether there are more, or null if its tokens say so
 * @param limitKey the parameter for the size of a page, or null if there is none
 * @param limitIsText whether that parameter is text
 * @param nonAggregateKeys what is the same on each page
 * @param inferred whether the model says nothing of this, and it was guessed from the names
 */
public record Paging(
    String operation,
    @Nullable StructureShape output,
    List<String> inputTokens,
    List<JmesPath> outputTokens,
    List<JmesPath> resultKeys,
    @Nullable JmesPath moreResults,
    @Nullable String limitKey,
    boolean limitIsText,
    List<JmesPath> nonAggregateKeys,
    boolean inferred) {
  /**
   * Makes paging of what the model says.
   *
   * @param operation the operation
   * @param config its part of {@code paginators-1.json}
   * @return the paging
   */
  public static Paging of(OperationModel operation, Map<?, ?> config) {
    return of(operation, config, /* inferred= */ false);
  }

  static Paging of(OperationModel operation, Map<?, ?> config, boolean inferred) {
    String limitKey = config.get("limit_key") instanceof String key ? key : null;
    return new Paging(
        operation.name(),
        operation.output(),
        texts(config.get("input_token")),
        expressions(config.get("output_token")),
        expressions(config.get("result_key")),
        config.get("more_results") instanceof String more ? JmesPath.compile(more) : null,
        limitKey,
        limitKey != null && isText(operation.input(), limitKey),
        expressions(config.get("non_aggregate_keys")),
        inferred);
  }

  private static boolean isText(@Nullable StructureShape input, String limitKey) {
    Member member = input == null ? null : input.member(limitKey);
    return member != null && member.shape().type() == ShapeType.STRING;
  }

  /** One text, or a list of them. */
  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof List<?> list) {
      for (Object each : list) {
        texts.add((String) each);
      }
    }
    return List.copyOf(texts);
  }

  private static List<JmesPath> expressions(@Nullable Object value) {
    List<JmesPath> expressions = new ArrayList<>();
    for (String text : texts(value)) {
      expressions.add(JmesPath.compile(text));
    }
    return List.copyOf(expressions);
  }
}
