namespace Gazetier.Features.Accounts;

/// <summary>What somebody of the staff may be allowed to do. Writing and publishing are apart.</summary>
public enum StaffAct
{
    /// <summary>Begin an article and write those that are one's own.</summary>
    Write,

    /// <summary>Change what others write, note, send back, call it ready.</summary>
    ReadOver,

    /// <summary>Publish, schedule, correct and withdraw: a section editor in the sections that are theirs.</summary>
    Publish,

    /// <summary>Compose the front page.</summary>
    ArrangeFrontPage,

    /// <summary>Hold back and stop what is being posted.</summary>
    Post,

    /// <summary>Add pictures and say what they show.</summary>
    KeepPictures,

    /// <summary>Themes, dossiers, authors.</summary>
    KeepIndex,

    /// <summary>Sections, redirects, the newspaper's name and notices.</summary>
    Govern,

    /// <summary>Who subscribes to what and has paid for it. The newsroom sees nothing of it (S-09).</summary>
    KeepSubscriptions,

    /// <summary>Who belongs to the staff, and as what.</summary>
    AppointStaff,

    /// <summary>What readers say under articles: show it, take it off, and answer for it (L-60).</summary>
    Moderate,
}

/// <summary>Which role may do what. One table, pure: whoever wonders reads it.</summary>
public static class StaffRights
{
    public static bool May(this StaffRole role, StaffAct act) => role switch
    {
        StaffRole.Administrator => true,
        StaffRole.EditorInChief => act is not (StaffAct.AppointStaff or StaffAct.KeepSubscriptions),
        StaffRole.SectionEditor => act is not (StaffAct.AppointStaff or StaffAct.KeepSubscriptions or StaffAct.Govern or StaffAct.ArrangeFrontPage or StaffAct.Post),
        StaffRole.SubEditor => act is StaffAct.Write or StaffAct.ReadOver or StaffAct.KeepPictures or StaffAct.KeepIndex,
        StaffRole.Journalist => act is StaffAct.Write or StaffAct.KeepPictures,
        StaffRole.SubscriptionDesk => act is StaffAct.KeepSubscriptions,
        StaffRole.Moderator => act is StaffAct.Moderate,
        _ => false,
    };
}
