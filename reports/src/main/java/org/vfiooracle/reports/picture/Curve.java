// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.ArrayList;
import java.util.List;

/** How much is caught with how many cases, drawn: a curve that rises fast and then flattens. */
public final class Curve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 40;
    private static final int BOTTOM = 36;
    private static final int LINES = 4;

    private Curve() {}

    /** How much some cases catch. */
    public record Point(int cases, int caught) {}

    /**
     * Returns the picture.
     *
     * @param title what is drawn
     * @param points from few cases to many, at least one
     * @param all how many mistakes there are
     */
    public static String svg(String title, List<Point> points, int all) {
        Point last = points.get(points.size() - 1);
        String description = last.cases() + " cases catch " + last.caught() + " of " + all + " mistakes";
        Svg svg = new Svg(WIDTH, HEIGHT, title, description, Style.css(1));
        svg.text("head", LEFT, 25, title);
        for (int i = 0; i <= LINES; i++) {
            int height = all * i / LINES;
            svg.path("line ghost", List.of(at(0, height, last, all), at(last.cases(), height, last, all)));
            svg.textTo("small soft", LEFT - 8, at(0, height, last, all).y() + 4, Integer.toString(height));
        }
        List<Svg.Point> way = new ArrayList<>();
        way.add(at(0, 0, last, all));
        points.forEach(point -> way.add(at(point.cases(), point.caught(), last, all)));
        svg.path("line c0", way);
        svg.text("small soft", LEFT, HEIGHT - 12, "0 cases");
        svg.textTo("small soft", WIDTH - RIGHT, HEIGHT - 12, last.cases() + " cases");
        svg.textTo("small bold", WIDTH - RIGHT, 25, last.caught() + " of " + all + " caught");
        return svg.text();
    }

    private static Svg.Point at(int cases, int caught, Point last, int all) {
        int across = (WIDTH - LEFT - RIGHT) * cases / Math.max(1, last.cases());
        int up = (HEIGHT - TOP - BOTTOM) * caught / Math.max(1, all);
        return new Svg.Point(LEFT + across, HEIGHT - BOTTOM - up);
    }
}
