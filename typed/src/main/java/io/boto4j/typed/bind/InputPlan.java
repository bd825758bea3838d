package io.boto4j.typed.bind;

import io.boto4j.CallOptions;
import io.boto4j.Waiter;
import io.boto4j.internal.value.RecordMembers;
import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.contract.DefaultContract;
import io.boto4j.typed.contract.DefaultValue;
import io.boto4j.typed.contract.MethodContract;
import io.boto4j.typed.contract.Named;
import io.boto4j.typed.contract.ParameterContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the input of a call from the arguments of a method. Immutable; does not keep the model. */
final class InputPlan {
  private static final int NONE = -1;

  /** The member that each argument gives, or null. */
  private final @Nullable String[] members;

  private final List<Map.Entry<String, Object>> defaults;
  private final int count;
  private final int whole;
  private final int options;

  InputPlan(MethodContract method, @Nullable StructureShape shape) {
    List<ParameterContract> parameters = method.parameters();
    this.members = new @Nullable String[parameters.size()];
    this.defaults = defaults(method, shape);
    int wholeAt = NONE;
    int optionsAt = NONE;
    int given = 0;
    for (int i = 0; i < members.length; i++) {
      Named member = parameters.get(i).member();
      if (member != null) {
        members[i] = member.text();
        given++;
      } else if (parameters.get(i).isOptions() || parameters.get(i).isWaiterOptions()) {
        optionsAt = i;
      } else {
        wholeAt = i;
      }
    }
    this.count = given;
    this.whole = wholeAt;
    this.options = optionsAt;
  }

  private static List<Map.Entry<String, Object>> defaults(
      MethodContract method, @Nullable StructureShape shape) {
    List<Map.Entry<String, Object>> defaults = new ArrayList<>();
    for (DefaultContract each : method.defaults()) {
      Member member = shape == null ? null : shape.member(each.member().text());
      Object value = member == null ? null : DefaultValue.of(member, each.value().text());
      if (member != null && value != null) {
        defaults.add(Map.entry(member.name(), value));
      }
    }
    return List.copyOf(defaults);
  }

  /** Returns the input of a call. */
  Map<String, ?> input(@Nullable Object[] arguments, @Nullable StructureShape shape) {
    Object all = whole == NONE ? null : arguments[whole];
    if (count == 0 && defaults.isEmpty()) {
      return whole(all, shape);
    }
    Map<String, @Nullable Object> input =
        all == null
            ? new LinkedHashMap<>((count + defaults.size()) * 2)
            : new LinkedHashMap<>(whole(all, shape));
    for (int i = 0; i < members.length; i++) {
      String member = members[i];
      Object value = member == null ? null : arguments[i];
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (member != null && value != null) {
        input.put(member, value);
      }
    }
    for (int i = 0; i < defaults.size(); i++) {
      input.putIfAbsent(defaults.get(i).getKey(), defaults.get(i).getValue());
    }
    return input;
  }

  @SuppressWarnings("unchecked") // a map that is passed as the input has names as keys
  private static Map<String, ?> whole(@Nullable Object all, @Nullable StructureShape shape) {
    if (all instanceof Record record) {
      return shape == null ? RecordMembers.of(record) : RecordMembers.of(record, shape);
    }
    return all == null ? Map.of() : (Map<String, ?>) all;
  }

  /** Returns the function that sets the options of a call, or null. */
  @SuppressWarnings("unchecked") // the contract has only this type of consumer
  @Nullable Consumer<? super CallOptions.Builder> options(@Nullable Object[] arguments) {
    return options == NONE ? null : (Consumer<? super CallOptions.Builder>) arguments[options];
  }

  /** Returns a waiter with the options that an argument sets, if there is one. */
  @SuppressWarnings("unchecked") // the contract has only this type of operator
  Waiter waiter(Waiter waiter, @Nullable Object[] arguments) {
    UnaryOperator<Waiter> set = options == NONE ? null : (UnaryOperator<Waiter>) arguments[options];
    return set == null ? waiter : set.apply(waiter);
  }
}
