using Microsoft.AspNetCore.Mvc;

namespace Gazetier.Features.MailingLists;

/// <summary>The form of a reader's lists.</summary>
public class ChosenLists
{
    /// <summary>Names of the lists that stood in the form.</summary>
    [FromForm(Name = "vues")]
    public string[] Shown { get; set; } = [];

    /// <summary>Names of those that are ticked.</summary>
    [FromForm(Name = "listes")]
    public string[] Ticked { get; set; } = [];

    /// <summary>"tout-arreter"; anything else keeps what is ticked.</summary>
    [FromForm(Name = "action")]
    public string? Action { get; set; }

    public bool StopsAll => Action == "tout-arreter";

    /// <summary>What the page says next: done, and where all was stopped, what can be taken up again.</summary>
    /// <param name="path">Of the page.</param>
    public string Next(string path, IEnumerable<MailingList> before) => StopsAll
        ? $"{path}?fait=arrete&avant={Uri.EscapeDataString(string.Join(',', before.Where(list => list.IsOn).Select(list => list.Name)))}"
        : path + "?fait=enregistre";
}
