package io.boto4j.internal.text;

import java.text.NumberFormat;

/** Uses a package and a method that are slow to start. */
public final class UsesFormat {
  String number(int number) {
    return NumberFormat.getInstance().format(number) + String.format("%d", number);
  }
}
