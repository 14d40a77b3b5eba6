namespace Gazetier.Features.Staff;

/// <summary>One section that is in the care of one section editor, with all below it.</summary>
public class StaffSection
{
    public Guid AccountId { get; set; }

    public Guid SectionId { get; set; }
}
