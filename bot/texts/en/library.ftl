# Looking through the exercises, and one exercise from all sides.

library-home =
    <b>📚 Exercises</b>

    { $exercises } for the middle back. Type a name, such as <i>cat cow</i>, or look through them.
library-by-place = By place
library-by-kind = By kind
library-by-kit = By kit
library-button-all = All { $count }
library-all = All exercises
library-choice = { $name } · { $count }
library-choose-place = <b>Where are you?</b>

    A number tells how many exercises you can do there, some in an easier or harder form.
library-choose-kind = <b>What would feel good?</b>
library-choose-kit = <b>What is at hand?</b>

library-title = <b>{ $name }</b>
library-title-form = <b>{ $name }</b> · { $form }
library-line = { $number }. <b>{ $name }</b>
library-about = <i>{ $about }</i>
library-plain = { $words }
library-step = { $number }. { $words }
library-item = • { $words }
library-dose = <b>How much:</b> { $dose }
library-tip = 💡 { $tip }
library-kit = with: { $kit }
library-quiet = quiet
library-office = office-friendly
library-way-easier = an easier way
library-way-harder = a harder way

library-good-for = <b>Good for</b>
library-faults = <b>Common mistakes</b>
library-tips = <b>Tips</b>
library-adapt = <b>When to skip or adapt</b>
library-sources = <b>Where this comes from</b>
library-source-link = • <a href="{ $url }">{ $citation }</a>
library-more-sources = { $count ->
    [one] … and 1 more source.
   *[other] … and { $count } more sources.
}

library-ladder = <b>{ $name }</b>: every way to do it
library-ladder-easier = <i>Easier</i>
library-ladder-standard = <i>As usual</i>
library-ladder-harder = <i>Harder</i>
library-rung = ○ { $name }
library-rung-here = ● <b>{ $name }</b>

library-button-start = ▶ Do it now
library-button-add = + Add to my routine
library-button-ways = Easier or harder
library-button-more = Tips & mistakes
library-button-safety = When to skip
library-button-open = Open the coach

library-unsure =
    I am not sure which one you mean. Is it one of these?
library-hint =
    I know exercises by their names. Type one, such as <i>cat cow</i> or <i>wall angels</i>, or pick something here.
library-gone = That one is gone. Here is what there is.
library-group =
    Tell me which exercise, such as <code>/show cat cow</code>. For everything else, our own chat is the place.

# Words of a request that say nothing about which exercise is meant, one or more a line.
library-filler =
    show me please
    can could would you i we my
    how do does to the a an
    what is are
    want like need
    let's let us
    give tell explain open find
    exercise exercises
    hi hello hey
    thanks thank ok okay help
    about for some
